import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Calls and awaits in every part of every loop, switch and conditional. */
class CallsInEveryStatement {
    private int count;

    @Async
    static CompletableFuture<Integer> hot(CompletableFuture<Integer> source) {
        return CompletableFuture.completedFuture(await(source) + 1);
    }

    @Async
    static Coroutine<Integer> cold(CompletableFuture<Integer> source) {
        return Coroutine.of(await(source));
    }

    @Async
    CompletableFuture<Integer> forLoop(CompletableFuture<Integer> source) {
        synchronized (this) {
            for (int i = await(source); // AJ003
                    i < await(source); // AJ003
                    i += await(source)) { // AJ003
                await(source); // AJ003
            }
        }
        for (hot(source); // AJ102
                source.join() > 3; // AJ103
                cold(source)) { // AJ102
            hot(source); // AJ102
        }
        for (;;) {
            await(source);
        }
    }

    @Async
    CompletableFuture<Integer> forEach(List<CompletableFuture<Integer>> sources, CompletableFuture<Integer> source) {
        for (CompletableFuture<Integer> each : List.of(hot(source))) {
            hot(each); // AJ102
        }
        synchronized (sources) {
            for (int i : new int[] {
                await(source), // AJ003
                source.join()}) { // AJ103
                count += await(sources.get(i)); // AJ003
            }
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> whileLoop(CompletableFuture<Integer> source) {
        while (source.join() > 3) { // AJ103
            cold(source); // AJ102
        }
        synchronized (this) {
            while (await(source) > 3) // AJ003
                await(source); // AJ003
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> doLoop(CompletableFuture<Integer> source) {
        do {
            hot(source); // AJ102
        } while (source.join() > 3); // AJ103
        synchronized (this) {
            do
                await(source); // AJ003
            while (await(source) > 3); // AJ003
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> labelled(CompletableFuture<Integer> source) {
        outer:
        for (int i = 0; i < 3; i++) {
            synchronized (this) {
                inner:
                while (true) {
                    if (await(source) > 3) { // AJ003
                        continue outer;
                    }
                    if (await(source) > 2) { // AJ003
                        break inner;
                    }
                    if (source.join() > 1) { // AJ103
                        break outer;
                    }
                    continue inner;
                }
                await(source); // AJ003
            }
            hot(source); // AJ102
        }
        block: {
            if (count > 3) {
                break block;
            }
            cold(source); // AJ102
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> oldSwitch(CompletableFuture<Integer> source) {
        synchronized (this) {
            switch (await(source)) { // AJ003
                case 1:
                    await(source); // AJ003
                case 2:
                    hot(source); // AJ102
                    break;
                default:
                    source.join(); // AJ103
            }
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> newSwitch(CompletableFuture<Integer> source) {
        switch (source.join()) { // AJ103
            case 1, 2 -> hot(source); // AJ102
            case 3 -> {
                synchronized (this) {
                    await(source); // AJ003
                }
            }
            default -> throw new IllegalStateException("" + cold(source)); // AJ102
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> switchExpression(CompletableFuture<Integer> source, String name) {
        CompletableFuture<Integer> kept = switch (name) {
            case "hot" -> hot(source);
            case "block" -> {
                cold(source); // AJ102
                yield hot(source);
            }
            default -> CompletableFuture.completedFuture(source.join()); // AJ103
        };
        synchronized (this) {
            count = switch (count) {
                case 1 -> await(source); // AJ003
                case 2 -> {
                    yield await(source); // AJ003
                }
                default -> 0;
            };
        }
        return kept;
    }

    @Async
    CompletableFuture<Integer> oldSwitchExpression(CompletableFuture<Integer> source) {
        int value = switch (source.join()) { // AJ103
            case 1:
                hot(source); // AJ102
            case 2:
                yield await(source);
            default:
                synchronized (this) {
                    yield await(source); // AJ003
                }
        };
        return CompletableFuture.completedFuture(value);
    }

    @Async
    CompletableFuture<Integer> switchesInSwitches(CompletableFuture<Integer> source) {
        return switch (count) {
            case 1 -> {
                switch (count) {
                    case 2 -> hot(source); // AJ102
                    default -> source.join(); // AJ103
                }
                yield hot(source);
            }
            default -> switch (count + 1) {
                case 3 -> hot(source);
                default -> hot(source);
            };
        };
    }

    @Async
    CompletableFuture<Integer> conditionals(CompletableFuture<Integer> source) {
        if (source.join() > 3) { // AJ103
            hot(source); // AJ102
        } else if (count > 2)
            cold(source); // AJ102
        else
            await(source);
        synchronized (this) {
            count = await(source) > 3 // AJ003
                    ? await(source) // AJ003
                    : await(source) // AJ003
                            + source.join(); // AJ103
            boolean all = count > 3
                    && await(source) > 3 // AJ003
                    || !(await(source) > 2) // AJ003
                    || !(count > 1 && source.join() > 1); // AJ103
            assert all;
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> conditionals(Object object, CompletableFuture<Integer> source) {
        if (object instanceof String text && await(source) > text.length()) {
            hot(source); // AJ102
        }
        String text = "a" + (hot(source)); // AJ102
        text += cold(source); // AJ102
        text += count > 3 ? "b" : "c" + hot(source); // AJ102
        return CompletableFuture.completedFuture(text.length());
    }

    @Async
    CompletableFuture<Integer> attempts(CompletableFuture<AutoCloseable> resource, CompletableFuture<Integer> source) throws Exception {
        try (AutoCloseable first = await(resource); AutoCloseable second = resource.join()) { // AJ103
            hot(source); // AJ102
        } catch (ArithmeticException | NullPointerException narrow) {
            cold(source); // AJ102
        } finally {
            synchronized (this) {
                await(source); // AJ003
            }
            hot(source); // AJ102
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> nested(CompletableFuture<Integer> source) {
        for (int i = 0; i < 3; i++) {
            IntSupplier plain = () -> {
                switch (count) {
                    case 1 -> hot(source); // AJ102
                    default -> {
                        while (count > 3) {
                            await(source); // AJ002
                        }
                    }
                }
                return count > 3 ? await(source) : 0; // AJ002
            };
            Runnable dropping = count > 3 ? () -> hot(source) : () -> cold(source); // AJ102 AJ102
            Object local = new Object() {
                int value() {
                    do {
                        hot(source); // AJ102
                    } while (await(source) > 3); // AJ002
                    return source.join();
                }

                @Async
                CompletableFuture<Integer> own() {
                    for (int k = 0; k < 3; k++) {
                        source.join(); // AJ103
                        await(source);
                    }
                    return source;
                }
            };
            count += plain.getAsInt() + local.hashCode() + dropping.hashCode();
        }
        return CompletableFuture.completedFuture(await(source));
    }

    int outside(CompletableFuture<Integer> source) {
        for (int i = 0; i < await(source); i++) { // AJ001
            while (count > 3 || await(source) > 3) { // AJ001
                count += switch (i) {
                    case 1 -> await(source); // AJ001
                    default -> count > 3 ? await(source) : 0; // AJ001
                };
            }
        }
        do {
            hot(source); // AJ102
        } while (await(source) > 3); // AJ001
        return count;
    }
}
