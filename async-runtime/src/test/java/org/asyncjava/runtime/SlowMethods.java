package org.asyncjava.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program whose methods block between two awaits: on a pool, on the completing thread, after a sleep. */
final class SlowMethods {
    private SlowMethods() {
    }

    public static void main(String[] arguments) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        blocking(pool).join();
        blocking(null).join();
        HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(Coroutines.sleep(Duration.ofMillis(1)));
            }
            blockAfterASleep();
            return null;
        }).join();
        pool.shutdown();
    }

    private static CompletableFuture<Object> blocking(Executor executor) {
        CompletableFuture<Object> operand = new CompletableFuture<>();
        CompletableFuture<Object> result = Dispatcher.call(executor, () -> HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            if (executor == null) {
                blockWhereItWasCompleted();
            } else {
                blockInThePool();
            }
            return null;
        }));
        operand.complete(1);
        return result;
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
