import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Issue 13: a result that is no future, but null, where the value null was meant. */
class NullReturned {
    interface Load {
        @Async
        CompletableFuture<String> load(CompletableFuture<String> source);
    }

    @Async
    CompletableFuture<String> hot(CompletableFuture<String> source) {
        await(source);
        return null; // AJ111
    }

    @Async
    Coroutine<Void> cold(CompletableFuture<String> source) {
        await(source);
        return null; // AJ111
    }

    @Async
    static CompletableFuture<String> withoutAwait() {
        return null; // AJ111
    }

    @Async
    CompletableFuture<String> casts(CompletableFuture<String> source) {
        await(source);
        return ((CompletableFuture<String>) (null)); // AJ111
    }

    @Async
    CompletableFuture<String> onOnePath(CompletableFuture<String> source, boolean empty) {
        return empty ? null : CompletableFuture.completedFuture(await(source)); // AJ111
    }

    @Async
    CompletableFuture<String> inSynchronized(CompletableFuture<String> source) {
        await(source);
        synchronized (this) {
            return null; // AJ111
        }
    }

    @Async
    CompletableFuture<String> besideFinally(CompletableFuture<String> source) {
        try {
            await(source);
            return null; // AJ111
        } finally {
            source.isDone();
        }
    }

    @Async
    CompletableFuture<String> besideResource(CompletableFuture<AutoCloseable> source) throws Exception {
        try (AutoCloseable resource = await(source)) {
            return null; // AJ111
        }
    }

    @Async
    CompletableFuture<String> variableBesideFinally(CompletableFuture<String> source) {
        CompletableFuture<String> result = null;
        try {
            await(source);
            return result;
        } finally {
            source.isDone();
        }
    }

    Load lambda() {
        return source -> {
            await(source);
            return null; // AJ111
        };
    }

    @Async
    CompletableFuture<String> valueThatIsNull(CompletableFuture<String> source) {
        await(source);
        return CompletableFuture.completedFuture(null);
    }

    @Async
    CompletableFuture<String> variable(CompletableFuture<String> source) {
        CompletableFuture<String> result = null;
        await(source);
        return result;
    }

    @Async
    CompletableFuture<String> ofOthers(CompletableFuture<String> source) {
        Load plain = given -> null;
        Object local = new Object() {
            String text() {
                return null;
            }
        };
        return CompletableFuture.completedFuture(await(source) + plain + local);
    }

    CompletableFuture<String> plainMethod() {
        return null;
    }

    @Async
    @SuppressWarnings("AJ111")
    CompletableFuture<String> suppressed() {
        return null; // AJ111 suppressed
    }
}
