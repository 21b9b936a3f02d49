package org.asyncjava.transformer.observe;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one runtime of a process says, read. */
public final class ObservedRuntime {
    private final String loader;
    private final boolean debug;
    private final List<ObservedLoop> loops;
    private final Map<Long, ObservedCall> calls = new LinkedHashMap<>();
    private final List<List<ObservedCall>> deadlocks;

    private ObservedRuntime(String loader, Map<String, Object> json) {
        this.loader = loader;
        this.debug = (Boolean) json.get("debug");
        this.loops = list(json.get("loops"), loop -> ObservedLoop.of((Map<?, ?>) loop));
        list(json.get("calls"), call -> ObservedCall.of((Map<?, ?>) call)).forEach(call -> calls.put(call.id(), call));
        this.deadlocks = list(json.get("deadlocks"), circle -> list(circle, calls::get));
    }

    /**
     * Reads what a runtime says.
     *
     * @param answer its JSON
     * @return what it says
     * @throws IOException if it is of another version
     */
    public static ObservedRuntime of(Observation.Answer answer) throws IOException {
        Map<String, Object> json = Json.object(answer.text());
        if (!Long.valueOf(1).equals(json.get("version"))) {
            throw new IOException("the runtime there writes dumps of version " + json.get("version") + ", and this command reads version 1; take the one of its release");
        }
        return new ObservedRuntime(answer.loader(), json);
    }

    private static <T> List<T> list(Object json, Function<Object, T> element) {
        return ((List<?>) json).stream().map(each -> element.apply(each)).toList();
    }

    String loader() {
        return loader;
    }

    boolean isInDebugMode() {
        return debug;
    }

    List<ObservedLoop> loops() {
        return loops;
    }

    List<ObservedCall> calls() {
        return List.copyOf(calls.values());
    }

    /** Those that it waits for. */
    List<ObservedCall> awaitedBy(ObservedCall call) {
        return call.awaits().stream().map(calls::get).toList();
    }

    /** Circles: everyone waits for the next one, and the last one for the first. */
    List<List<ObservedCall>> deadlocks() {
        return deadlocks;
    }

    /** The numbers of all who are in a circle. */
    Set<Long> deadlocked() {
        return deadlocks.stream().flatMap(List::stream).map(ObservedCall::id).collect(Collectors.toSet());
    }

    /** A circle in one line. */
    static String text(List<ObservedCall> circle) {
        return circle.stream().map(ObservedCall::name).collect(Collectors.joining(" -> ")) + " -> " + circle.get(0).name();
    }
}
