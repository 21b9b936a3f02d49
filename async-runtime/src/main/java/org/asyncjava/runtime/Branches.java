package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/** The schedules that differ from one that has run in one switch more, behind all others of it. */
final class Branches {
    private final Schedule run;
    private final List<Integer> choices;
    private int decision;
    private int place = 1;

    /**
     * Of a run.
     *
     * @param run how it ran
     * @param choices how many could run at each of its decisions
     */
    Branches(Schedule run, List<Integer> choices) {
        this.run = run;
        this.choices = choices;
        List<Schedule.Switch> switches = run.switches();
        decision = switches.isEmpty() ? 0 : switches.get(switches.size() - 1).decision() + 1;
    }

    /** Tells whether there is one that was not taken. */
    boolean hasNext() {
        return decision < choices.size();
    }

    /** The next one; there must be one. */
    Schedule next() {
        List<Schedule.Switch> switches = new ArrayList<>(run.switches());
        switches.add(new Schedule.Switch(decision, place));
        place++;
        if (place == choices.get(decision)) {
            place = 1;
            decision++;
        }
        return run.with(switches);
    }
}
