package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which orders of a test are tried: asyncio's; then by turns one that is drawn at random, with priorities or as a walk, and one from the list of all that
 * differ from asyncio's in one switch, then in two (CHESS, Musuvathi and Qadeer 2007, bounds preemptions so). Where there are no others it ends before its limit.
 */
final class Search {
    /** How many switches all schedules of which are listed. */
    private static final int BOUND = 2;
    private static final int DEEPEST = 3;
    private static final int SPREADS = 3;

    private final int limit;
    private final long seed;
    private final Deque<Branches> listed = new ArrayDeque<>();
    private int tried;
    private int longest;
    /** Whether some schedules with more switches than are listed are not among those tried. */
    private boolean hasMore;

    /**
     * An order.
     *
     * @param seed of the test's random numbers
     * @param choosers choose so, each in one run
     * @param isListed whether it is one of the list
     */
    record Order(long seed, Supplier<Chooser> choosers, boolean isListed) {
        /** Asyncio's order but for some switches. */
        static Order of(long seed, List<Schedule.Switch> switches) {
            return new Order(seed, () -> new GivenSwitches(switches), true);
        }
    }

    Search(int limit, long seed) {
        this.limit = limit;
        this.seed = seed;
    }

    /** How many orders have been begun with. */
    int tried() {
        return tried;
    }

    int limit() {
        return limit;
    }

    /** The next order; null if there is none. */
    Order next() {
        if (tried == limit || tried > 0 && listed.isEmpty() && !hasMore) {
            return null;
        }
        int number = tried++;
        if (number == 0) {
            return Order.of(seed, List.of());
        }
        return number % 2 == 1 && !listed.isEmpty() ? Order.of(seed, nextListed()) : random(number);
    }

    private List<Schedule.Switch> nextListed() {
        Branches branches = listed.getFirst();
        List<Schedule.Switch> switches = branches.next().switches();
        if (!branches.hasNext()) {
            listed.removeFirst();
        }
        return switches;
    }

    private Order random(int number) {
        long own = seed + number;
        int drawn = number / 2;
        if (drawn % 2 == 1) {
            int spread = 2 * (drawn / 2 % SPREADS);
            return new Order(own, () -> new RandomWalk(own, spread), false);
        }
        int depth = 1 + drawn / 2 % DEEPEST;
        int length = longest;
        return new Order(own, () -> new RandomPriorities(own, depth, length), false);
    }

    /**
     * An order has run.
     *
     * @param order which
     * @param run how it ran
     * @param choices how many could run at each decision
     */
    void ran(Order order, Schedule run, List<Integer> choices) {
        longest = Math.max(longest, choices.size());
        if (!order.isListed) {
            return;
        }
        Branches branches = new Branches(run, choices);
        if (branches.hasNext() && run.switches().size() < BOUND) {
            listed.add(branches);
        } else if (branches.hasNext()) {
            hasMore = true;
        }
    }
}
