package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is wrong at the end of a test.
 *
 * @param unfinished what was left over
 * @param reported failures that reached the loop's exception handler
 * @param unawaited coroutines that nobody has awaited
 */
record TestFindings(List<Unfinished> unfinished, List<FailureContext> reported, List<NeverAwaited.Watch> unawaited) {
    /**
     * Something that was left over.
     *
     * @param text what it is
     * @param stack where it stands, innermost first; empty if that is not known
     */
    record Unfinished(String text, List<StackTraceElement> stack) {
        Unfinished {
            stack = List.copyOf(stack);
        }
    }

    /** Not thrown: carries the place where something stands into the report. */
    private static final class Standing extends Throwable {
        private static final long serialVersionUID = 1L;

        Standing(Unfinished unfinished) {
            super(unfinished.text + " stands", null, false, true);
            setStackTrace(unfinished.stack.toArray(StackTraceElement[]::new));
        }
    }

    TestFindings {
        unfinished = List.copyOf(unfinished);
        reported = List.copyOf(reported);
    }

    boolean areNone() {
        return unfinished.isEmpty() && reported.isEmpty() && unawaited.isEmpty();
    }

    /** One error for all; where tasks stand, the failures, and where the coroutines were made, are suppressed by it. */
    AssertionError asError() {
        List<String> lines = new ArrayList<>();
        if (!unfinished.isEmpty()) {
            lines.add("not finished at the end of the test:\n  " + unfinished.stream().map(Unfinished::text).collect(Collectors.joining("\n  ")));
        }
        if (!reported.isEmpty()) {
            lines.add("failures that nobody caught: " + reported);
        }
        unawaited.forEach(watch -> lines.add(watch.message()));
        AssertionError error = new AssertionError(String.join("\n", lines));
        unfinished.stream().filter(left -> !left.stack.isEmpty()).map(Standing::new).forEach(error::addSuppressed);
        reported.stream().map(FailureContext::exception).filter(Objects::nonNull).forEach(error::addSuppressed);
        unawaited.forEach(watch -> error.addSuppressed(watch.trace()));
        return error;
    }
}
