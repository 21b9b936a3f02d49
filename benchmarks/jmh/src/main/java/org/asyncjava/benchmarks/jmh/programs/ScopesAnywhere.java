package org.asyncjava.benchmarks.jmh.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Scopes;

/** What waits for several, limits and groups cost where no loop runs: of two operands each, which are completed afterwards. */
final class ScopesAnywhere implements Measuring {
    private static final int CALLS = 50_000;
    private static final int REPETITIONS = 15;
    /** What runs on threads of its own is measured with many under way: with one it would be the time that threads take to wake each other. */
    private static final int TOGETHER = 1000;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (contender instanceof Scopes scopes) {
            cost(scopes::gathered, 3, 1).put(figures, "gather");
            cost((a, b) -> scopes.limited(b), 2, 1).put(figures, "limit");
            cost(scopes::grouped, 3, TOGETHER).put(figures, "group");
            cost((a, b) -> scopes.mapped(List.of(a, b)), 3, TOGETHER).put(figures, "map");
            CostPerCall.putLoad(figures);
        }
        return figures;
    }

    /** Of as many calls at a time as are said: one after the other, or all operands are completed when all calls wait. */
    private static CostPerCall cost(BinaryOperator<CompletableFuture<Integer>> call, int expected, int together) {
        return CostPerCall.of(CALLS, REPETITIONS, () -> {
            long sum = 0;
            for (int i = 0; i < CALLS; i += together) {
                sum += sumOf(call, together);
            }
            Expect.same((long) expected * CALLS, sum, "a scope");
        });
    }

    private static long sumOf(BinaryOperator<CompletableFuture<Integer>> call, int together) {
        List<CompletableFuture<Integer>> operands = new ArrayList<>(2 * together);
        List<CompletableFuture<Integer>> results = new ArrayList<>(together);
        for (int i = 0; i < together; i++) {
            CompletableFuture<Integer> a = new CompletableFuture<>();
            CompletableFuture<Integer> b = new CompletableFuture<>();
            results.add(call.apply(a, b));
            operands.add(a);
            operands.add(b);
        }
        for (int i = 0; i < operands.size(); i++) {
            operands.get(i).complete(1 + i % 2);
        }
        long sum = 0;
        for (CompletableFuture<Integer> result : results) {
            sum += result.join();
        }
        return sum;
    }
}
