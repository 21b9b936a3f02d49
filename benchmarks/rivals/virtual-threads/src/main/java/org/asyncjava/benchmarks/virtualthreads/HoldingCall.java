package org.asyncjava.benchmarks.virtualthreads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The call of one thread: holds an int, a long and two references while it waits for its operand. */
final class HoldingCall implements Runnable {
    private static final List<String> NAMES = List.of("left", "rest");

    private final CompletableFuture<Integer> operand = new CompletableFuture<>();
    private final AtomicInteger waiting;
    private int result;

    HoldingCall(AtomicInteger waiting) {
        this.waiting = waiting;
    }

    @Override
    public void run() {
        int number = waiting.incrementAndGet();
        long twice = 2L * number;
        String left = NAMES.get(number & 1);
        String right = NAMES.get(~number & 1);
        int value = operand.join();
        result = value + (int) (twice - number - number) + left.length() - right.length();
    }

    /** Lets the call end. */
    void complete(int value) {
        operand.complete(value);
    }

    /** What the call returned; its thread has been joined. */
    int result() {
        return result;
    }
}
