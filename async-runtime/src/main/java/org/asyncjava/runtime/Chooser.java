package org.asyncjava.runtime;

import java.util.List;

/** Says which of those that could run does. Of one run. */
interface Chooser {
    /**
     * Chooses.
     *
     * @param decision the how manieth time that there is a choice, from 0 on
     * @param candidates at least two, in asyncio's order
     * @param last what has run before; null at first
     * @return the place of one
     */
    int choose(int decision, List<Runnable> candidates, Runnable last);

    /** Who it is in all its steps: those of a call are items of their own. */
    static Object whose(Runnable item) {
        return item instanceof WakeUp wakeUp ? wakeUp.driver() : item;
    }
}
