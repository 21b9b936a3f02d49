package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;

import java.lang.ref.Reference;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** A program may have a strand for each of very many things, most of which wait. */
class StrandMemoryTest {
    private static final int MANY = 100_000;

    @Async
    private static Coroutine<Integer> hold(CompletableFuture<Integer> operand) {
        return Coroutine.of(await(operand) + 1);
    }

    /** After collections of the garbage. */
    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long bytesOfMany(Supplier<?> maker) {
        maker.get(); // loads the classes
        Object[] all = new Object[MANY];
        long before = usedBytes();
        for (int i = 0; i < MANY; i++) {
            all[i] = maker.get();
        }
        long bytes = usedBytes() - before;
        Reference.reachabilityFence(all);
        return bytes;
    }

    private static EventLoop strand() {
        return EventLoop.on(Runnable::run);
    }

    @Test
    void aHundredThousandStrandsWithATaskEachThatWaitsForAFutureLiveInSixtyMegabytes() {
        assertThat(bytesOfMany(() -> {
            EventLoop strand = strand();
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            strand.execute(() -> strand.createTask(hold(operand)));
            return operand;
        })).isBetween(20_000_000L, 60_000_000L);
    }

    /** A strand has no end of which they would have to be told. */
    @Test
    void aStrandKeepsNoListOfThoseWhoWaitOutside() {
        assertThat(bytesOfMany(() -> runCoroutineThreadsafe(hold(new CompletableFuture<>()), strand()))).isBetween(20_000_000L, 72_000_000L);
    }
}
