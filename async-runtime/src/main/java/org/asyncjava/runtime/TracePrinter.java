package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Prints an exception with its causes and suppressed exceptions as {@code Throwable.printStackTrace} does, which recurses: here any number of them
 * needs no stack. What has no text is named by its class and identity.
 */
final class TracePrinter {
    /** Suppressed exceptions of suppressed ones are indented further, but not without end. */
    private static final int MAX_INDENT = 16;

    private record Enclosed(Throwable exception, StackTraceElement[] enclosing, String caption, String prefix) {
    }

    private final Consumer<String> lines;
    private final Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Enclosed> open = new ArrayDeque<>();

    private TracePrinter(Consumer<String> lines) {
        this.lines = lines;
    }

    static void print(Throwable exception, Consumer<String> lines) {
        TracePrinter printer = new TracePrinter(lines);
        printer.open.push(new Enclosed(exception, new StackTraceElement[0], "", ""));
        while (!printer.open.isEmpty()) {
            printer.print(printer.open.pop());
        }
    }

    private void print(Enclosed next) {
        String text = textOf(next.exception);
        if (!printed.add(next.exception)) {
            lines.accept(next.prefix + next.caption + "[CIRCULAR REFERENCE: " + text + "]");
            return;
        }
        StackTraceElement[] trace = next.exception.getStackTrace();
        int common = inCommon(trace, next.enclosing);
        lines.accept(next.prefix + next.caption + text);
        for (int i = 0; i < trace.length - common; i++) {
            lines.accept(next.prefix + "\tat " + trace[i]);
        }
        if (common > 0) {
            lines.accept(next.prefix + "\t... " + common + " more");
        }
        pushEnclosed(next, trace);
    }

    /** What is printed first is pushed last. */
    private void pushEnclosed(Enclosed by, StackTraceElement[] trace) {
        Throwable cause = by.exception.getCause();
        if (cause != null) {
            open.push(new Enclosed(cause, trace, "Caused by: ", by.prefix));
        }
        String deeper = by.prefix.length() < MAX_INDENT ? by.prefix + "\t" : by.prefix;
        Throwable[] suppressed = by.exception.getSuppressed();
        for (int i = suppressed.length - 1; i >= 0; i--) {
            open.push(new Enclosed(suppressed[i], trace, "Suppressed: ", deeper));
        }
    }

    private static int inCommon(StackTraceElement[] trace, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < trace.length && common < enclosing.length
                && trace[trace.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private static String textOf(Throwable exception) {
        try {
            return exception.toString();
        } catch (Throwable refused) {
            return ShortText.of(exception);
        }
    }
}
