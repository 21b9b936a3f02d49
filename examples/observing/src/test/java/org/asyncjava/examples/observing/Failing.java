package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.Generator;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** Methods that fail in every way in which a failure comes to who awaits it; {@link TracesTest} knows the traces. */
final class Failing {
    private final AsyncLock lock = new AsyncLock();

    private static RuntimeException failure() {
        return new IllegalStateException("x");
    }

    @Async
    private Coroutine<Integer> leaf(boolean suspends) {
        if (suspends) {
            await(Coroutines.yieldNow());
        }
        throw failure();
    }

    @Async
    private Coroutine<Integer> middle(boolean suspends) {
        return Coroutine.of(1 + await(leaf(suspends)));
    }

    /** Of calls that are suspended and are not. */
    @AsyncEntry
    int chain(boolean suspends) {
        return 1 + await(middle(suspends));
    }

    /** Caught where it is awaited. */
    @AsyncEntry
    Throwable caught() {
        try {
            return new AssertionError(await(middle(false)));
        } catch (IllegalStateException expected) {
            return expected;
        }
    }

    @AsyncEntry
    static int atOnce() {
        throw failure();
    }

    @AsyncEntry
    int byTask() {
        return await(Coroutines.createTask(leaf(true)));
    }

    @AsyncEntry
    int gathered() {
        return await(Coroutines.gather(leaf(true), leaf(true))).get(0);
    }

    @AsyncEntry
    int withLock() {
        return await(lock.with(() -> leaf(false)));
    }

    @AsyncEntry
    void timedOut() {
        await(Coroutines.waitFor(Coroutines.sleep(Duration.ofDays(1)), Duration.ofMillis(1)));
    }

    private static int blocking() {
        throw failure();
    }

    @AsyncEntry
    int onExecutor() {
        return await(Coroutines.toThread(Failing::blocking));
    }

    @Async
    CompletableFuture<Integer> hotLeaf(CompletableFuture<Integer> operand) {
        await(operand);
        throw failure();
    }

    /** A method that returns a future and awaits another one. */
    @Async
    CompletableFuture<Integer> hot(CompletableFuture<Integer> operand) {
        return CompletableFuture.completedFuture(1 + await(hotLeaf(operand)));
    }

    @Generator
    private static Iterable<Integer> numbers() {
        emit(1);
        throw failure();
    }

    /** The loop over a generator that fails at its second element. */
    static int sum() {
        int sum = 0;
        for (int number : numbers()) {
            sum += number;
        }
        return sum;
    }

    @Async
    private AsyncIterable<Integer> elements(boolean suspends) {
        emit(1);
        if (suspends) {
            await(Coroutines.yieldNow());
        }
        emit(await(leaf(suspends)));
        return end();
    }

    /** The loop over an async generator that fails at its second element. */
    @AsyncEntry
    int total(boolean suspends) {
        int total = 0;
        for (int element : each(elements(suspends))) {
            total += element;
        }
        return total;
    }
}
