package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

public class BlockingInAsync {
    @Async
    Coroutine<Integer> lines(Path file, Path changing, Socket socket, SocketAddress address) {
        int lines = 0;
        try {
            lines += Files.readAllLines(file).size();
            socket.connect(address);
            changing = changing.resolve("other");
            lines += Files.readString(changing).length();
        } catch (IOException failure) {
            return Coroutine.of(0);
        }
        lines += run(Coroutine.of(1));
        lines += run(() -> Coroutine.of(await(Coroutine.of(1))));
        return Coroutine.of(await(Coroutine.of(lines)));
    }
}
