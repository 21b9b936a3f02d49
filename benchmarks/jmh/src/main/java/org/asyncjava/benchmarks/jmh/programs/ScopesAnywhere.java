package org.asyncjava.benchmarks.jmh.programs;

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

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (contender instanceof Scopes scopes) {
            cost(scopes::gathered, 3).put(figures, "gather");
            cost((a, b) -> scopes.limited(b), 2).put(figures, "limit");
            cost(scopes::grouped, 3).put(figures, "group");
            cost((a, b) -> scopes.mapped(List.of(a, b)), 3).put(figures, "map");
            CostPerCall.putLoad(figures);
        }
        return figures;
    }

    private static CostPerCall cost(BinaryOperator<CompletableFuture<Integer>> call, int expected) {
        return CostPerCall.of(CALLS, REPETITIONS, () -> {
            long sum = 0;
            for (int i = 0; i < CALLS; i++) {
                CompletableFuture<Integer> a = new CompletableFuture<>();
                CompletableFuture<Integer> b = new CompletableFuture<>();
                CompletableFuture<Integer> result = call.apply(a, b);
                a.complete(1);
                b.complete(2);
                sum += result.join();
            }
            Expect.same((long) expected * CALLS, sum, "a scope");
        });
    }
}
