package org.asyncjava.benchmarks.virtualthreads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The call of one thread: makes an operand, publishes it and waits for it. */
final class WaitingCall implements Runnable {
    private final AtomicReferenceArray<CompletableFuture<Integer>> operands;
    private final int number;
    private int result;

    WaitingCall(AtomicReferenceArray<CompletableFuture<Integer>> operands, int number) {
        this.operands = operands;
        this.number = number;
    }

    @Override
    public void run() {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        operands.setRelease(number, operand);
        result = operand.join();
    }

    /** What the call returned; its thread has been joined. */
    int result() {
        return result;
    }
}
