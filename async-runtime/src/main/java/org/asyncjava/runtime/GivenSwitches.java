package org.asyncjava.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asyncio's order but for some decisions. */
final class GivenSwitches implements Chooser {
    private final Map<Integer, Integer> placeAt = new HashMap<>();

    GivenSwitches(List<Schedule.Switch> switches) {
        switches.forEach(each -> placeAt.put(each.decision(), each.place()));
    }

    /** Where the program takes another way than when the switches were noted, there may be fewer to choose from. */
    @Override
    public int choose(int decision, List<Runnable> candidates, Runnable last) {
        return Math.min(placeAt.getOrDefault(decision, 0), candidates.size() - 1);
    }
}
