package org.asyncjava.runtime;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where suspended calls stand, one frame for all calls that stand in the same place and of whose locals nothing is known. Of one dump. */
final class FramesOfCalls {
    private final Map<String, Map<Integer, DumpedFrame>> bySource = new IdentityHashMap<>();
    private final LocalsOfCalls locals = new LocalsOfCalls();

    DumpedFrame of(Continuation<?> call) {
        return of(call.source(), call.place());
    }

    DumpedFrame of(HotCall call) {
        return of(call.hotSource(), HotState.point(HotFields.state(call)));
    }

    DumpedFrame withLocals(Continuation<?> call) {
        return with(locals.of(call, call.place()), of(call));
    }

    DumpedFrame withLocals(HotCall call) {
        return with(locals.of(call, HotState.point(HotFields.state(call))), of(call));
    }

    private static DumpedFrame with(List<DumpedLocal> kept, DumpedFrame shared) {
        return kept.isEmpty() ? shared : new DumpedFrame(shared.position(), kept);
    }

    private DumpedFrame of(String source, int state) {
        return bySource.computeIfAbsent(source, unknown -> new HashMap<>())
                .computeIfAbsent(state, place -> new DumpedFrame(SourcePosition.of(source, place).frame(), List.of()));
    }
}
