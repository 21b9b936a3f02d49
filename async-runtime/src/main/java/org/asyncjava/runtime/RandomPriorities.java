package org.asyncjava.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Probabilistic concurrency testing, Burckhardt, Kothari, Musuvathi and Nagarakatte 2010: each task has a priority drawn at random, the highest that can run
 * does, and at d - 1 decisions drawn at random the one that would run falls below all others. A mistake that takes d orderings to show is found in one of
 * n k^(d-1) runs or more, of n tasks with k steps.
 */
final class RandomPriorities implements Chooser {
    private final SplittableRandom random;
    private final Set<Integer> changes;
    private final Map<Object, Integer> priorities = new IdentityHashMap<>();
    private int lowest;

    /**
     * Draws the changes.
     *
     * @param seed of all that is drawn
     * @param depth d
     * @param length about how many decisions there will be
     */
    RandomPriorities(long seed, int depth, int length) {
        random = new SplittableRandom(seed);
        changes = random.ints(depth - 1L, 0, Math.max(1, length)).boxed().collect(Collectors.toSet());
    }

    @Override
    public int choose(int decision, List<Runnable> candidates, Runnable last) {
        if (last != null && candidates.stream().anyMatch(each -> each == last) && random.nextBoolean()) {
            lower(last); // it gives way: what it waits for without saying so may be for the others to do
        }
        int highest = highest(candidates);
        if (changes.contains(decision)) {
            lower(candidates.get(highest));
            highest = highest(candidates);
        }
        return highest;
    }

    private int highest(List<Runnable> candidates) {
        int highest = 0;
        for (int place = 1; place < candidates.size(); place++) {
            if (priority(candidates.get(place)) > priority(candidates.get(highest))) {
                highest = place;
            }
        }
        return highest;
    }

    private int priority(Runnable item) {
        return priorities.computeIfAbsent(Chooser.whose(item), unknown -> random.nextInt(Integer.MAX_VALUE));
    }

    private void lower(Runnable item) {
        lowest--;
        priorities.put(Chooser.whose(item), lowest);
    }
}
