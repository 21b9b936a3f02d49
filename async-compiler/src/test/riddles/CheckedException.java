import static org.asyncjava.Await.await;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.asyncjava.Async;

/** An await may throw anything, and javac knows of nothing. */
class CheckedException {
    @Async
    CompletableFuture<String> plain(CompletableFuture<String> source) {
        try {
            return CompletableFuture.completedFuture(await(source));
        } catch (IOException failure) { // AJ112
            return CompletableFuture.completedFuture("none");
        }
    }

    @Async
    CompletableFuture<String> several(CompletableFuture<String> source) {
        try {
            await(fetch(source));
        } catch (java.io.IOException // AJ112
                | TimeoutException failure) { // AJ112
            System.out.println(failure);
        } catch (RuntimeException failure) {
            throw failure;
        }
        return source;
    }

    @Async
    CompletableFuture<String> fetch(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    CompletableFuture<String> told(CompletableFuture<String> source) {
        try {
            await(source, IOException.class);
        } catch (IOException failure) {
            System.out.println(failure);
        }
        return source;
    }

    @Async
    CompletableFuture<String> thrownByACall(CompletableFuture<String> source) {
        try {
            await(open(source));
        } catch (FileNotFoundException failure) {
            System.out.println(failure);
        }
        return source;
    }

    private CompletableFuture<String> open(CompletableFuture<String> source) throws IOException {
        return source;
    }

    @Async
    CompletableFuture<String> thrownHere(CompletableFuture<String> source) {
        try {
            if (await(source).isEmpty()) {
                throw new IOException("empty");
            }
        } catch (IOException failure) {
            System.out.println(failure);
        }
        return source;
    }

    @Async
    CompletableFuture<String> resource(CompletableFuture<java.io.Closeable> source) {
        try (java.io.Closeable closed = await(source)) {
            System.out.println(closed);
        } catch (IOException failure) {
            System.out.println(failure);
        }
        return CompletableFuture.completedFuture("");
    }

    @Async
    CompletableFuture<String> unchecked(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (IllegalArgumentException | Error failure) {
            System.out.println(failure);
        }
        return source;
    }
}
