package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

public class DroppedCall {
    @Async
    Coroutine<Void> flush() {
        await(Coroutine.done());
        return Coroutine.done();
    }

    void close() {
        flush();
    }

    @Async
    Coroutine<String> closed(boolean now) {
        if (now)
            flush();
        await(flush());
        return Coroutine.of("closed " + flush());
    }

    void all(List<String> names) {
        names.forEach(name -> flush());
    }
}
