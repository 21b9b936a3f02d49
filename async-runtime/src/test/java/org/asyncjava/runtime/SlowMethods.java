package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.asyncjava.Async;

/** A program whose methods block between two awaits: on a pool, on the completing thread, after a sleep. */
final class SlowMethods {
    private SlowMethods() {
    }

    public static void main(String[] arguments) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        blocking(pool).join();
        blocking(null).join();
        Dispatcher.setDefault(pool); // whose thread keeps the JVM until it has reported
        blockingAfterASleep().join();
        pool.shutdown();
    }

    private static CompletableFuture<Void> blocking(Executor executor) {
        CompletableFuture<Object> operand = new CompletableFuture<>();
        CompletableFuture<Void> result = Dispatcher.call(executor, () -> executor == null ? blockingWhereItWasCompleted(operand) : blockingInThePool(operand));
        operand.complete(1);
        return result;
    }

    @Async
    private static CompletableFuture<Void> blockingInThePool(CompletableFuture<Object> operand) {
        await(operand);
        blockInThePool();
        return CompletableFuture.completedFuture(null);
    }

    @Async
    private static CompletableFuture<Void> blockingWhereItWasCompleted(CompletableFuture<Object> operand) {
        await(operand);
        blockWhereItWasCompleted();
        return CompletableFuture.completedFuture(null);
    }

    @Async
    private static CompletableFuture<Void> blockingAfterASleep() {
        await(Coroutines.sleep(Duration.ofMillis(1)));
        blockAfterASleep();
        return CompletableFuture.completedFuture(null);
    }

    private static void blockInThePool() {
        block();
    }

    private static void blockWhereItWasCompleted() {
        block();
    }

    private static void blockAfterASleep() {
        block();
    }

    /** Until the time has passed in which the timer looks where the thread stands. */
    private static void block() {
        long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
        while (end - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
    }
}
