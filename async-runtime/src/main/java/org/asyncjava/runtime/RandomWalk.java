package org.asyncjava.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Anybody may be next at each decision: some more often than others, with weights that are drawn at random. Finds what takes many orderings and little time,
 * where priorities, which change seldom, have one task run for long.
 */
final class RandomWalk implements Chooser {
    private final SplittableRandom random;
    private final int spread;
    private final Map<Object, Double> weights = new IdentityHashMap<>();

    /**
     * Begins.
     *
     * @param seed of all that is drawn
     * @param spread the heaviest goes on 2^spread times as often as the lightest; 0: all are the same
     */
    RandomWalk(long seed, int spread) {
        random = new SplittableRandom(seed);
        this.spread = spread;
    }

    @Override
    public int choose(int decision, List<Runnable> candidates, Runnable last) {
        double sum = 0;
        for (int place = 0; place < candidates.size(); place++) {
            sum += weight(candidates.get(place));
        }
        double left = random.nextDouble() * sum;
        int chosen = 0;
        while (chosen < candidates.size() - 1 && left >= weight(candidates.get(chosen))) {
            left -= weight(candidates.get(chosen));
            chosen++;
        }
        return chosen;
    }

    private double weight(Runnable item) {
        return weights.computeIfAbsent(Chooser.whose(item), unknown -> Math.pow(2, random.nextDouble() * spread));
    }
}
