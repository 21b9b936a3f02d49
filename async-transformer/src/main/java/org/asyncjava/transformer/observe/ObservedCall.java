package org.asyncjava.transformer.observe;

import java.util.List;
import java.util.Map;

/**
 * A task or a method in a dump.
 *
 * @param id its number there
 * @param name of a task its name, of a method its class and name
 * @param kind {@code task} or {@code method}
 * @param loop the number of its loop; 0 for none
 * @param place where it stands
 */
record ObservedCall(long id, String name, String kind, long loop, Place place) {
    /**
     * Where a task or method stands.
     *
     * @param state {@code waiting}, {@code running}, {@code ready} or {@code new}
     * @param waitsFor what it waits for; empty if it does not wait
     * @param awaits the numbers of those that it waits for
     * @param stack its frames, innermost first
     * @param waited for how many milliseconds; -1 if that is not known
     */
    record Place(String state, String waitsFor, List<Long> awaits, List<ObservedFrame> stack, long waited) {
    }

    static ObservedCall of(Map<?, ?> json) {
        List<Long> awaits = ((List<?>) json.get("awaits")).stream().map(Long.class::cast).toList();
        List<ObservedFrame> stack = ((List<?>) json.get("stack")).stream().map(frame -> ObservedFrame.of((Map<?, ?>) frame)).toList();
        Object waited = json.get("waited");
        return new ObservedCall((Long) json.get("id"), (String) json.get("name"), (String) json.get("kind"), (Long) json.get("loop"),
                new Place((String) json.get("state"), (String) json.get("waitsFor"), awaits, stack, waited == null ? -1 : (Long) waited));
    }

    boolean isTask() {
        return kind.equals("task");
    }

    List<ObservedFrame> stack() {
        return ObservedFrame.ofTheProgram(place.stack);
    }

    List<Long> awaits() {
        return place.awaits;
    }

    String state() {
        return place.state;
    }

    String waitsFor() {
        return place.waitsFor;
    }

    long waited() {
        return place.waited;
    }
}
