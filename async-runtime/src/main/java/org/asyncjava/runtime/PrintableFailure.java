package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Stands in a report for an exception that a logger could not print: one whose {@code toString} or {@code getMessage} throws, or which has
 * so many causes that printing it overflows the stack. It tells the class, what can be told of the message, and where it was thrown.
 */
final class PrintableFailure extends Throwable {
    private static final long serialVersionUID = 1L;

    /** Causes and suppressed exceptions that printing is safe with; it takes a frame or two for each. */
    private static final int MAX_EXCEPTIONS = 500;
    private static final int MAX_CAUSES_TOLD = 20;

    private PrintableFailure(Throwable failure, Throwable cause) {
        super(ShortText.of(failure), cause, false, true);
        setStackTrace(traceOf(failure));
    }

    /** The exception itself if it can be printed, otherwise what stands for it; null for null. */
    static Throwable of(Throwable failure) {
        return failure == null || isPrintable(failure) ? failure : standingFor(failure);
    }

    private static boolean isPrintable(Throwable failure) {
        try {
            Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            Deque<Throwable> open = new ArrayDeque<>();
            open.add(failure);
            while (!open.isEmpty()) {
                Throwable next = open.remove();
                if (seen.add(next)) {
                    next.toString();
                    next.getLocalizedMessage();
                    next.getStackTrace();
                    open.addAll(Arrays.asList(next.getSuppressed()));
                    if (next.getCause() != null) {
                        open.add(next.getCause());
                    }
                }
                if (seen.size() > MAX_EXCEPTIONS) {
                    return false;
                }
            }
            return true;
        } catch (Throwable refused) {
            return false;
        }
    }

    private static Throwable standingFor(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable next = failure; next != null && causes.size() < MAX_CAUSES_TOLD; next = causeOf(next)) {
            causes.push(next);
        }
        Throwable told = null;
        for (Throwable next : causes) {
            told = new PrintableFailure(next, told);
        }
        return told;
    }

    private static Throwable causeOf(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable refused) {
            return null;
        }
    }

    private static StackTraceElement[] traceOf(Throwable failure) {
        try {
            return failure.getStackTrace().clone();
        } catch (Throwable refused) {
            return new StackTraceElement[0];
        }
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
