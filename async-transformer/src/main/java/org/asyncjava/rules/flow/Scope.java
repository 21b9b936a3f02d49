package org.asyncjava.rules.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A statement that jumps come out of. */
sealed interface Scope {
    /** What statements are left by {@code break}, {@code continue} and {@code yield}. */
    enum Kind {
        LOOP,
        SWITCH,
        SWITCH_EXPRESSION,
        LABELLED
    }

    /**
     * A statement that jumps lead out of.
     *
     * @param kind what it is
     * @param labels its names
     * @param end where it goes on behind it
     * @param next where its next round begins; of a loop alone
     */
    record Target(Kind kind, Set<String> labels, int end, int next) implements Scope {
    }

    /** A {@code try} with a {@code finally}, which stands in the way of each jump and failure out of it. As in class files there is a copy of it for each. */
    final class Cleanup implements Scope {
        private final boolean once;
        private final Map<Integer, Copy> copies = new LinkedHashMap<>();

        /**
         * A copy of the code.
         *
         * @param entry where it begins
         * @param onward how it goes on behind it: what to do there, by where that leads
         */
        record Copy(int entry, Map<Integer, Runnable> onward) {
        }

        /** Makes a cleanup with a copy for each way out, or with one for all of them. */
        Cleanup(boolean once) {
            this.once = once;
        }

        /** Where a way out enters the code. */
        int on(int way, Runnable onward, Flow flow) {
            Copy copy = copies.computeIfAbsent(once ? 0 : way, key -> new Copy(flow.place(Effect.NONE), new LinkedHashMap<>()));
            copy.onward.putIfAbsent(way, onward);
            return copy.entry;
        }

        Iterable<Copy> copies() {
            return copies.values();
        }
    }
}
