import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** HARD_CASES 38-41, 101: awaits and monitors. */
class AwaitHoldingMonitor {
    interface Work {
        @Async
        CompletableFuture<String> run() throws Exception;
    }

    private final Object lock = new Object();
    private int count;

    @Async
    CompletableFuture<String> block(CompletableFuture<String> source) {
        synchronized (this) {
            await(source); // AJ003
        }
        return source;
    }

    @Async
    CompletableFuture<String> nestedBlocks(CompletableFuture<String> source) {
        synchronized (this) {
            synchronized (lock) {
                await(source); // AJ003
            }
            await(source); // AJ003
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<String> catchInside(CompletableFuture<String> source) {
        synchronized (lock) {
            try {
                count++;
            } catch (RuntimeException failure) {
                await(source); // AJ003
            } finally {
                await(source); // AJ003
            }
        }
        return source;
    }

    @Async
    synchronized CompletableFuture<String> synchronizedMethod(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source)); // AJ003
    }

    @Async
    static synchronized CompletableFuture<String> staticSynchronizedMethod(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source)); // AJ003
    }

    Work asyncLambda(CompletableFuture<String> source) {
        return () -> {
            synchronized (lock) {
                await(source); // AJ003
            }
            return CompletableFuture.completedFuture(await(source));
        };
    }

    @Async
    CompletableFuture<String> lockExpression(CompletableFuture<Object> source) {
        synchronized (await(source)) {
            count++;
        }
        return CompletableFuture.completedFuture("");
    }

    @Async
    CompletableFuture<String> catchAround(CompletableFuture<String> source) {
        try {
            synchronized (lock) {
                count++;
                if (count > 3) {
                    throw new IllegalStateException();
                }
            }
        } catch (IllegalStateException failure) {
            await(source);
        } finally {
            await(source);
        }
        return source;
    }

    @Async
    CompletableFuture<String> jumpsOut(CompletableFuture<String> source) {
        for (int i = 0; ; i++) {
            synchronized (this) {
                if (i == 3) {
                    continue;
                }
                if (i == 5) {
                    break;
                }
                if (i > 5) {
                    return source;
                }
            }
            await(source);
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<String> lambdaIsNotBlamed(CompletableFuture<String> source) {
        Runnable plain = () -> {
            synchronized (lock) {
                count++;
            }
        };
        plain.run();
        await(source);
        synchronized (this) {
            if (count > 2) {
                count = 1;
            }
        }
        await(source);
        return source;
    }

    synchronized Work lambdaInSynchronizedMethod(CompletableFuture<String> source) {
        synchronized (lock) {
            return () -> CompletableFuture.completedFuture(await(source));
        }
    }
}
