package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is wrong at the end of a test.
 *
 * @param unfinished what was left over
 * @param reported failures that reached the loop's exception handler
 * @param unawaited coroutines that nobody has awaited
 */
record TestFindings(List<String> unfinished, List<FailureContext> reported, List<NeverAwaited.Watch> unawaited) {
    TestFindings {
        unfinished = List.copyOf(unfinished);
        reported = List.copyOf(reported);
    }

    boolean areNone() {
        return unfinished.isEmpty() && reported.isEmpty() && unawaited.isEmpty();
    }

    /** One error for all; the failures, and where the coroutines were made, are suppressed by it. */
    AssertionError asError() {
        List<String> lines = new ArrayList<>();
        if (!unfinished.isEmpty()) {
            lines.add("not finished at the end of the test:\n  " + String.join("\n  ", unfinished));
        }
        if (!reported.isEmpty()) {
            lines.add("failures that nobody caught: " + reported);
        }
        unawaited.forEach(watch -> lines.add(watch.message()));
        AssertionError error = new AssertionError(String.join("\n", lines));
        reported.stream().map(FailureContext::exception).filter(Objects::nonNull).forEach(error::addSuppressed);
        unawaited.forEach(watch -> error.addSuppressed(watch.trace()));
        return error;
    }
}
