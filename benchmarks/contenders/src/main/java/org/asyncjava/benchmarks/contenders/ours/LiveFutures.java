package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Contender.Suspended;

/** Methods that wait. */
final class LiveFutures implements Suspended {
    private final List<CompletableFuture<Integer>> operands;
    private final List<CompletableFuture<Integer>> calls;

    LiveFutures(int count) {
        operands = new ArrayList<>(count);
        calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            operands.add(operand);
            calls.add(hold(operand, i, (long) i << 32, "held", operands));
        }
    }

    @Async
    private static CompletableFuture<Integer> hold(CompletableFuture<Integer> operand, int number, long shifted, String text, List<?> list) {
        int value = await(operand);
        return CompletableFuture.completedFuture(shifted >>> 32 == number && text.length() < list.size() + 4 ? value : -1);
    }

    @Override
    public long finish() {
        for (int i = 0; i < operands.size(); i++) {
            operands.get(i).complete(i & 7);
        }
        return OursFuture.sum(calls).join();
    }
}
