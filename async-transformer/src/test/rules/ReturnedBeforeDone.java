import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;

/** Async methods that leave a try statement, or what a lock protects, while a call is still going on. */
@SuppressWarnings("AJ103")
class ReturnedBeforeDone {
    private final Lock threads = new ReentrantLock();
    private final AsyncLock lock = new AsyncLock();
    private CompletableFuture<String> kept;
    private int count;

    interface Connection extends AutoCloseable {
        CompletableFuture<String> query();

        Coroutine<String> ask();

        @Override
        void close();
    }

    interface Work {
        @Async
        CompletableFuture<String> call(CompletableFuture<String> source);
    }

    static CompletableFuture<String> load(int key) {
        return CompletableFuture.supplyAsync(() -> "loaded " + key);
    }

    @Async
    Coroutine<String> cold(CompletableFuture<String> source) {
        return Coroutine.of(await(source));
    }

    @Async
    CompletableFuture<String> caught(CompletableFuture<String> source) {
        await(source);
        try {
            return load(1); // AJ106
        } catch (IllegalArgumentException failure) {
            return CompletableFuture.completedFuture("none");
        }
    }

    @Async
    CompletableFuture<String> awaited(CompletableFuture<String> source) {
        try {
            return CompletableFuture.completedFuture(await(load(1)));
        } catch (IllegalArgumentException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Async
    Coroutine<String> coroutineWithFinally(CompletableFuture<String> source) {
        await(source);
        try {
            return cold(source); // AJ106
        } finally {
            count++;
        }
    }

    @Async
    CompletableFuture<String> resource(CompletableFuture<String> source, Supplier<Connection> pool) {
        await(source);
        try (Connection connection = pool.get()) {
            return connection.query(); // AJ106
        }
    }

    @Async
    Coroutine<String> resourceThatIsAVariable(CompletableFuture<String> source, Connection connection) {
        await(source);
        try (connection) {
            return (connection.ask()); // AJ106
        }
    }

    @Async
    CompletionStage<String> eachWay(CompletableFuture<String> source, int which) {
        await(source);
        try {
            return which > 3
                    ? load(1) // AJ106
                    : which > 2 ? source : load(2); // AJ106
        } finally {
            count++;
        }
    }

    @Async
    CompletableFuture<String> eachCase(CompletableFuture<String> source, int which) {
        await(source);
        try {
            return switch (which) {
                case 1 -> load(1); // AJ106
                case 2 -> {
                    count++;
                    yield load(2); // AJ106
                }
                case 3 -> CompletableFuture.completedFuture("three");
                default -> throw new IllegalArgumentException();
            };
        } catch (IllegalArgumentException failure) {
            return source;
        }
    }

    @Async
    CompletableFuture<String> chained(CompletableFuture<String> source) throws IOException {
        await(source);
        try {
            if (count > 3) {
                return load(1).thenApply(String::trim); // AJ106
            }
            for (int i = 0; i < 3; i++) {
                return load(i).whenComplete((text, failure) -> count--); // AJ106
            }
        } catch (IllegalStateException failure) {
            throw new IOException(failure);
        }
        return source;
    }

    @Async
    CompletableFuture<String> casted(CompletableFuture<String> source, CompletionStage<String> stage) {
        await(source);
        try {
            return (CompletableFuture<String>) stage.thenApply(String::trim); // AJ106
        } finally {
            count++;
        }
    }

    @Async
    CompletableFuture<String> theCatchIsLeftToo(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (IllegalArgumentException failure) {
            return load(1); // AJ106
        } finally {
            count++;
        }
        return load(2);
    }

    @Async
    CompletableFuture<String> nothingComesAfter(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (IllegalArgumentException failure) {
            return load(1);
        }
        return load(2);
    }

    @Async
    CompletableFuture<String> closedAlready(CompletableFuture<String> source, Connection connection) {
        try (connection) {
            await(source);
        } catch (IllegalArgumentException failure) {
            return load(1);
        }
        return load(2);
    }

    @Async
    @SuppressWarnings("finally")
    CompletableFuture<String> lastThing(CompletableFuture<String> source) {
        try {
            await(source);
        } finally {
            if (count > 3) {
                return load(1);
            }
        }
        return source;
    }

    @Async
    @SuppressWarnings("finally")
    CompletableFuture<String> withinFinally(CompletableFuture<String> source) {
        try {
            await(source);
        } finally {
            try {
                if (count > 3) {
                    return load(1); // AJ106
                }
            } catch (IllegalArgumentException failure) {
                count++;
            }
        }
        return source;
    }

    @Async
    CompletableFuture<String> nested(CompletableFuture<String> source) {
        try {
            try {
                await(source);
                return load(1); // AJ106
            } catch (IllegalArgumentException failure) {
                return load(2); // AJ106
            }
        } catch (UnsupportedOperationException failure) {
            return load(3);
        }
    }

    @Async
    CompletableFuture<String> values(CompletableFuture<String> source, Map<String, CompletableFuture<String>> known, int which) {
        await(source);
        try {
            switch (which) {
                case 1:
                    return source;
                case 2:
                    return kept;
                case 3:
                    return known.get("three");
                case 4:
                    return new CompletableFuture<>();
                case 5:
                    return CompletableFuture.failedFuture(new IOException());
                default:
                    return CompletableFuture.completedFuture("four");
            }
        } finally {
            count++;
        }
    }

    @Async
    Coroutine<String> coroutineValues(CompletableFuture<String> source) {
        try {
            if (count > 3) {
                return Coroutine.of(await(source));
            }
            return Coroutine.of("none");
        } finally {
            count++;
        }
    }

    @Async
    CompletableFuture<String> startedBefore(CompletableFuture<String> source) {
        CompletableFuture<String> started = load(1);
        try {
            await(source);
            CompletableFuture<String> inside = load(2);
            count++;
            if (count > 3) {
                return inside;
            }
        } finally {
            count--;
        }
        return started;
    }

    @Async
    CompletableFuture<String> emptyFinally(CompletableFuture<String> source) {
        await(source);
        try {
            return load(1);
        } finally {
            // nothing is done
        }
    }

    @Async
    CompletableFuture<String> monitor(CompletableFuture<String> source) {
        await(source);
        synchronized (this) {
            return load(1);
        }
    }

    CompletableFuture<String> notAsync() {
        try {
            return load(1);
        } finally {
            count++;
        }
    }

    Work lambdas() {
        return source -> {
            await(source);
            Supplier<CompletableFuture<String>> later = () -> {
                try {
                    return load(1);
                } finally {
                    count++;
                }
            };
            try {
                return load(later.hashCode()); // AJ106
            } finally {
                count++;
            }
        };
    }

    @Async
    CompletableFuture<String> heldByThread(CompletableFuture<String> source) {
        await(source);
        threads.lock(); // AJ103 suppressed
        if (count > 3) {
            return load(1); // AJ106
        }
        threads.unlock();
        return load(2);
    }

    @Async
    CompletableFuture<String> heldAndReleased(CompletableFuture<String> source) {
        await(source);
        threads.lock(); // AJ103 suppressed
        try {
            return load(1); // AJ106
        } finally {
            threads.unlock();
        }
    }

    @Async
    Coroutine<String> heldByTask(CompletableFuture<String> source) {
        await(lock.acquire());
        if (count > 3) {
            return cold(source); // AJ106 typed
        }
        lock.release();
        if (count > 2 && lock.tryAcquire()) {
            return cold(source); // AJ106 typed
        }
        return cold(source);
    }

    @Async
    CompletableFuture<String> releasedWhenDone(CompletableFuture<String> source) {
        await(lock.acquire());
        return load(1).whenComplete((text, failure) -> lock.release());
    }

    @Async
    @SuppressWarnings("AJ106")
    CompletableFuture<String> suppressed(CompletableFuture<String> source, List<String> log) {
        await(source);
        try {
            return load(1); // AJ106 suppressed
        } finally {
            log.add("started");
        }
    }
}
