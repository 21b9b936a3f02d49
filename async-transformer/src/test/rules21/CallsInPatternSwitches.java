import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Calls and awaits in switches with patterns, guards and {@code null}, which Java has had since 21. */
class CallsInPatternSwitches {
    sealed interface Shape permits Circle, Square {
    }

    record Circle(int radius) implements Shape {
    }

    record Square(int side) implements Shape {
    }

    private final Lock lock = new ReentrantLock();
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
    CompletableFuture<Integer> statement(CompletableFuture<Integer> source, Object object) {
        synchronized (this) {
            switch (object) {
                case null -> hot(source); // AJ102
                case String text when await(source) > text.length() -> // AJ003
                    await(source); // AJ003
                case Circle(int radius) when radius > source.join() -> // AJ103
                    cold(source); // AJ102
                case Circle circle -> {
                    await(source); // AJ003
                }
                default -> count++;
            }
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> oldStatement(CompletableFuture<Integer> source, Shape shape) {
        switch (shape) {
            case Circle circle when source.join() > circle.radius(): // AJ103
                hot(source); // AJ102
                break;
            case Circle circle:
                await(source);
                break;
            case Square(int side):
                synchronized (this) {
                    await(source); // AJ003
                }
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> returned(CompletableFuture<Integer> source, Shape shape) {
        await(source);
        return switch (shape) {
            case Circle(int radius) when radius > 3 -> null; // AJ111
            case Circle circle -> hot(source);
            case Square square -> {
                if (square.side() > 3) {
                    yield null; // AJ111
                }
                yield hot(source);
            }
        };
    }

    @Async
    CompletableFuture<Integer> returnedInTry(CompletableFuture<Integer> source, Shape shape) {
        try {
            await(source);
            return switch (shape) {
                case Circle(int radius) when radius > 3 -> hot(source); // AJ106
                case Circle circle -> source;
                case Square(int side) -> {
                    yield hot(source); // AJ106
                }
            };
        } catch (IllegalStateException | IndexOutOfBoundsException swallowed) { // AJ105
            return source;
        }
    }

    @Async
    @SuppressWarnings("AJ103")
    CompletableFuture<Integer> locked(CompletableFuture<Integer> source, Shape shape) {
        switch (shape) {
            case Circle(int radius) when lock.tryLock() ->
                await(source); // AJ104
            case Circle circle ->
                await(source);
            case Square square ->
                lock.lock(); // AJ103 suppressed
        }
        await(source); // AJ104
        lock.unlock();
        return source;
    }

    @Async
    Coroutine<Integer> usedAgain(CompletableFuture<Integer> source, Shape shape) {
        Coroutine<Integer> one = cold(source);
        int value = switch (shape) {
            case Circle circle when await(one) > 3 -> 1;
            case Circle circle -> await(one);
            case Square square -> await(one);
        };
        return Coroutine.of(value + await(one)); // AJ109
    }

    int outside(CompletableFuture<Integer> source, Shape shape) {
        return switch (shape) {
            case Circle circle when await(source) > 3 -> // AJ001
                await(source); // AJ001
            case Circle circle -> 3;
            case Square square -> {
                hot(source); // AJ102
                yield await(source); // AJ001
            }
        };
    }
}
