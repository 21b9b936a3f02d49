import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** PRODUCT 4: the annotation without anything to wait for. */
class AsyncWithoutAwait {
    interface Load {
        @Async
        CompletableFuture<String> load(CompletableFuture<String> source);
    }

    @Async
    CompletableFuture<String> value() { // AJ101
        return CompletableFuture.completedFuture("value");
    }

    @Async
    Coroutine<String> cold() { // AJ101
        return Coroutine.of("value");
    }

    @Async
    CompletableFuture<String> passedOn(CompletableFuture<String> source) { // AJ101
        return source;
    }

    @Async
    CompletableFuture<Load> onlyInLambda() { // AJ101
        Load load = source -> CompletableFuture.completedFuture(await(source));
        return CompletableFuture.completedFuture(load);
    }

    @Async
    CompletableFuture<Load> onlyInLocalClass() { // AJ101
        class Local implements Load {
            @Override
            @Async
            public CompletableFuture<String> load(CompletableFuture<String> source) {
                return CompletableFuture.completedFuture(await(source));
            }
        }
        return CompletableFuture.completedFuture(new Local());
    }

    @Async
    static CompletableFuture<String> inStatic() { // AJ101
        return null;
    }

    @Async
    @SuppressWarnings("async")
    CompletableFuture<String> suppressed() { // AJ101 suppressed
        return null;
    }

    @Async
    @SuppressWarnings({"unused", "AJ101"})
    CompletableFuture<String> suppressedByCode() { // AJ101 suppressed
        return null;
    }

    @Async
    @SuppressWarnings("AJ102")
    CompletableFuture<String> somethingElseSuppressed() { // AJ101
        return null;
    }

    /** A lambda is async only if it awaits. */
    Load lambda() {
        return source -> source;
    }

    Supplier<String> plainLambda() {
        return () -> "plain";
    }

    @Async
    CompletableFuture<String> awaits(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }
}
