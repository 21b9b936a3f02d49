import static org.asyncjava.Await.await;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.asyncjava.Async;

/** PRODUCT 4: calls that keep the thread. */
class BlockingCalls {
    interface Work {
        @Async
        CompletableFuture<String> run() throws Exception;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    @Async
    CompletableFuture<String> threads(CompletableFuture<String> source, Thread thread) throws Exception {
        await(source);
        Thread.sleep(10); // AJ103
        java.lang.Thread.sleep(10); // AJ103
        TimeUnit.SECONDS.sleep(1); // AJ103
        thread.join(); // AJ103
        Thread.currentThread().join(1); // AJ103
        return source;
    }

    @Async
    CompletableFuture<String> futures(CompletableFuture<String> source, Future<String> plain) throws Exception {
        await(source);
        String joined = source.join(); // AJ103
        String got = plain.get() + source.get(1, TimeUnit.SECONDS); // AJ103
        source.thenApply(text -> text).join(); // AJ103
        String now = source.getNow("none");
        return source;
    }

    @Async
    CompletableFuture<String> monitors(CompletableFuture<String> source) throws InterruptedException {
        await(source);
        wait(); // AJ103
        this.wait(10); // AJ103
        notifyAll();
        return source;
    }

    @Async
    CompletableFuture<String> synchronizers(CompletableFuture<String> source, CountDownLatch latch, Semaphore semaphore)
            throws InterruptedException {
        await(source);
        latch.await(); // AJ103
        semaphore.acquire(); // AJ103
        queue.put("text"); // AJ103
        String taken = queue.take(); // AJ103
        String polled = queue.poll();
        String waited = queue.poll(1, TimeUnit.SECONDS); // AJ103
        return source;
    }

    @Async
    CompletableFuture<String> locks(CompletableFuture<String> source) {
        await(source);
        lock.lock(); // AJ103
        try {
            return source;
        } finally {
            lock.unlock();
        }
    }

    @Async
    CompletableFuture<String> processes(CompletableFuture<String> source, Process process) throws InterruptedException {
        await(source);
        int status = process.waitFor(); // AJ103
        return source;
    }

    Work asyncLambda(CompletableFuture<String> source) {
        return () -> {
            Thread.sleep(1); // AJ103
            return CompletableFuture.completedFuture(await(source));
        };
    }

    @Async
    CompletableFuture<String> whereOthersRun(CompletableFuture<String> source) {
        Supplier<String> plain = () -> source.join();
        Future<String> elsewhere = Executors.newCachedThreadPool().submit(() -> {
            Thread.sleep(1);
            return "";
        });
        return CompletableFuture.completedFuture(await(source));
    }

    String plainMethod(CompletableFuture<String> source) throws InterruptedException {
        Thread.sleep(1);
        return source.join();
    }

    @Async
    CompletableFuture<String> files(CompletableFuture<String> source, Path path, FileInputStream file, InputStream memory) throws IOException {
        await(source);
        Files.readString(path); // AJ103
        Files.readAllBytes(path); // AJ103
        Files.write(path, List.of("")); // AJ103
        Files.writeString(path, "", StandardOpenOption.APPEND); // AJ103
        file.read(); // AJ103
        file.readAllBytes(); // AJ103
        memory.read();
        Files.exists(path);
        return source;
    }

    @Async
    CompletableFuture<String> networks(CompletableFuture<String> source, ServerSocket server, URL page) throws IOException {
        await(source);
        Socket socket = new Socket("localhost", 80); // AJ103
        Socket later = new Socket();
        later.connect(server.getLocalSocketAddress()); // AJ103
        Socket accepted = server.accept(); // AJ103
        page.openStream(); // AJ103
        new Own("localhost", 80);
        return source;
    }

    @Async
    CompletableFuture<String> databases(CompletableFuture<String> source, PreparedStatement statement, DataSource dataSource) throws SQLException {
        await(source);
        dataSource.getConnection().commit(); // AJ103
        statement.executeQuery(); // AJ103
        statement.execute("select"); // AJ103
        statement.setString(1, "");
        return source;
    }

    static class Own {
        Own(String host, int port) {
        }

        Own() {
        }


        static void sleep(int time) {
        }

        String join() {
            return "";
        }

        void wait(String text) {
        }
    }

    @Async
    CompletableFuture<String> namesakes(CompletableFuture<String> source, Own own) {
        new Own();
        Own.sleep(1);
        own.wait("");
        String.join(",", own.join());
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    @SuppressWarnings("AJ103")
    CompletableFuture<String> suppressed(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source) + source.join()); // AJ103 suppressed
    }
}
