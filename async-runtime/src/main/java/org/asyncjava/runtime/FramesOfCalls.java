package org.asyncjava.runtime;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Where suspended calls stand, one frame for all calls that stand in the same place. Of one dump. */
final class FramesOfCalls {
    private final Map<String, Map<Integer, StackTraceElement>> bySource = new IdentityHashMap<>();

    StackTraceElement of(Continuation<?> call) {
        return of(call.source(), call.place());
    }

    StackTraceElement of(HotCall call) {
        return of(call.hotSource(), HotState.point(HotFields.state(call)));
    }

    private StackTraceElement of(String source, int state) {
        return bySource.computeIfAbsent(source, unknown -> new HashMap<>()).computeIfAbsent(state, place -> SourcePosition.of(source, place).frame());
    }
}
