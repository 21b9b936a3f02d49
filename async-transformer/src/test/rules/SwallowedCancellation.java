import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** PRODUCT 4: catch clauses in which a cancellation ends. */
class SwallowedCancellation {
    interface Work {
        @Async
        CompletableFuture<String> run() throws Exception;
    }

    private int count;

    @Async
    CompletableFuture<String> exception(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (Exception failure) { // AJ105
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> runtimeException(CompletableFuture<String> source) {
        try {
            return CompletableFuture.completedFuture(await(source));
        } catch (RuntimeException failure) { // AJ105
            return CompletableFuture.completedFuture("none");
        }
    }

    @Async
    CompletableFuture<String> illegalState(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (IllegalStateException failure) { // AJ105
            count++;
        } finally {
            count--;
        }
        return source;
    }

    @Async
    CompletableFuture<String> throwable(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (Error failure) {
            count++;
        } catch (Throwable failure) { // AJ105
            count--;
        }
        return source;
    }

    @Async
    CompletableFuture<String> oneOfSeveralTypes(CompletableFuture<String> source) {
        try {
            await(source, IOException.class);
        } catch (IOException | RuntimeException failure) { // AJ105
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> aroundAnotherTry(CompletableFuture<String> source) {
        try {
            try {
                await(source);
            } catch (IllegalArgumentException failure) {
                count++;
            }
        } catch (Exception failure) { // AJ105
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> withResource(CompletableFuture<AutoCloseable> source) {
        try (AutoCloseable resource = await(source)) {
            count++;
        } catch (Exception failure) { // AJ105
            count--;
        }
        return null; // AJ111
    }

    Work asyncLambda(CompletableFuture<String> source) {
        return () -> {
            try {
                return CompletableFuture.completedFuture(await(source));
            } catch (Exception failure) { // AJ105
                return source;
            }
        };
    }

    @Async
    CompletableFuture<String> narrow(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (IllegalArgumentException failure) {
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> cancellationFirst(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (Exception failure) {
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> rethrown(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (RuntimeException failure) {
            count++;
            throw failure;
        }
        return source;
    }

    @Async
    CompletableFuture<String> rethrownByTheFirst(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (RuntimeException failure) {
            throw new IllegalArgumentException(failure);
        } catch (Exception failure) {
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> rethrownSometimes(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (Exception failure) {
            if (failure instanceof CancellationException cancelled) {
                throw cancelled;
            }
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> asFailedResult(CompletableFuture<String> source) {
        try {
            return CompletableFuture.completedFuture(await(source));
        } catch (Exception failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Async
    CompletableFuture<String> rethrownInside(CompletableFuture<String> source) {
        try {
            try {
                await(source);
            } catch (RuntimeException failure) {
                throw failure;
            }
        } catch (Exception failure) { // AJ105
            count++;
        }
        return source;
    }

    /** Two clauses that read the same are two. */
    @Async
    CompletableFuture<String> sameTwice(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (Exception failure) { // AJ105
            count++;
        }
        try {
            await(source);
            await(source);
        } catch (Exception failure) { // AJ105
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> awaitsOnEachLevel(CompletableFuture<String> source) {
        try {
            try {
                await(source);
            } catch (CancellationException cancelled) {
                count++;
            }
            try {
                await(source);
                await(source);
            } catch (IllegalArgumentException failure) {
                count++;
            }
        } catch (RuntimeException failure) { // AJ105
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<String> noAwaitInside(CompletableFuture<String> source) {
        await(source);
        try {
            count++;
        } catch (Exception failure) {
            count = await(source).length();
        }
        return source;
    }

    @Async
    @SuppressWarnings("AJ105")
    CompletableFuture<String> suppressed(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (Exception failure) { // AJ105 suppressed
            count++;
        }
        return source;
    }
}
