package org.asyncjava.examples.seeds;

import static java.util.stream.Collectors.joining;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Values written as Python writes them, so that a port prints what its original prints. */
final class PythonText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double NANOS_PER_SECOND = 1e9;

    private PythonText() {
    }

    /** A value as Python's {@code repr} shows it: strings quoted, lists in brackets, dictionaries in braces. */
    static String repr(Object value) {
        if (value instanceof String text) {
            return "'" + text + "'";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonText::repr).collect(joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(joining(", ", "{", "}"));
        }
        return String.valueOf(value);
    }

    /** The time of day as {@code strftime('%X')} shows it. */
    static String clock() {
        return LocalTime.now().format(CLOCK);
    }

    /** The seconds that have gone by since a reading of {@link System#nanoTime()}. */
    static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
}
