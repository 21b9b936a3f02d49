package org.asyncjava.transformer.observe;

import java.util.List;
import java.util.Map;

/**
 * A loop in a dump.
 *
 * @param number from 1 on
 * @param kind {@code loop}, {@code strand} or {@code hosted loop}
 * @param thread the name of its thread; empty if none runs it
 * @param state what it does
 * @param step the stack of its thread, if it is in a step
 */
record ObservedLoop(long number, String kind, String thread, String state, List<ObservedFrame> step) {
    static ObservedLoop of(Map<?, ?> json) {
        List<ObservedFrame> step = ((List<?>) json.get("step")).stream().map(frame -> ObservedFrame.of((Map<?, ?>) frame)).toList();
        return new ObservedLoop((Long) json.get("number"), (String) json.get("kind"), (String) json.get("thread"), (String) json.get("state"), step);
    }

    @Override
    public String toString() {
        return kind + " " + number + (thread.isEmpty() ? "" : " on thread \"" + thread + '"') + ": " + state;
    }
}
