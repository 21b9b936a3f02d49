import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;

/** Methods without a value, which in Java have to return all the same. */
class MissingReturn {
    @Async
    CompletableFuture<Void> hot(CompletableFuture<String> source) { // AJ112
        await(source);
    }

    @Async
    Coroutine<Void> cold(CompletableFuture<String> source) { // AJ112
        String text = await(source);
    }

    @Async
    Coroutine<Void> empty() { // AJ112
    }

    @Async
    Coroutine<Void> afterALoop(List<CompletableFuture<String>> sources) { // AJ112
        for (CompletableFuture<String> source : sources) {
            await(source);
        }
    }

    @Async
    Coroutine<Void> onOnePath(CompletableFuture<String> source, boolean wanted) { // AJ112
        if (wanted) {
            await(source);
            return Coroutine.done();
        }
    }

    @Async
    Coroutine<Void> inAHandler(CompletableFuture<String> source) { // AJ112
        try {
            await(source);
            return Coroutine.done();
        } catch (IllegalArgumentException failure) {
            System.out.println(failure);
        } finally {
            source.cancel(true);
        }
    }

    AsyncSupplier<Void> lambda(CompletableFuture<String> source) {
        return () -> { // AJ112 typed
            await(source);
        };
    }

    @Async
    Coroutine<Void> returns(CompletableFuture<String> source) {
        await(source);
        return Coroutine.done();
    }

    @Async
    Coroutine<Void> throwsIt(CompletableFuture<String> source) {
        await(source);
        throw new IllegalStateException();
    }

    @Async
    Coroutine<Void> forever(CompletableFuture<String> source) {
        while (true) {
            await(source);
        }
    }

    @Async
    Coroutine<Void> both(CompletableFuture<String> source, boolean wanted) {
        if (wanted) {
            return Coroutine.of(null);
        } else {
            await(source);
            return Coroutine.done();
        }
    }

    @Async
    Coroutine<Void> inFinally(CompletableFuture<String> source) {
        try {
            await(source);
        } finally {
            return Coroutine.done();
        }
    }
}
