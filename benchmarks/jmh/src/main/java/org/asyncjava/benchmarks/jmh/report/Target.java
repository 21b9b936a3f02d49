package org.asyncjava.benchmarks.jmh.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Something that shall hold, and whether it does.
 *
 * @param wording what shall hold
 * @param figure what was measured
 * @param verdict whether it holds
 */
record Target(String wording, String figure, String verdict) {
    private static final String HOLDS = "holds";
    private static final String FAILS = "**does not hold**";
    private static final String UNKNOWN = "not measured";

    /** A figure that was measured and has an upper bound. */
    static Target atMost(String wording, double figure, double bound, String unit) {
        return atMost(wording, OptionalDouble.of(figure), bound, unit);
    }

    /** A figure that has an upper bound. */
    static Target atMost(String wording, OptionalDouble figure, double bound, String unit) {
        if (figure.isEmpty()) {
            return new Target(wording, "", UNKNOWN);
        }
        String text = unit.equals("×") ? Quantity.ratio(figure) : Quantity.plain(figure);
        return new Target(wording, text + " " + unit, figure.getAsDouble() <= bound ? HOLDS : FAILS);
    }

    /** Something that shall hold for many cases: holds if none is against it. */
    static Target unless(String wording, List<String> against, boolean measured) {
        if (!measured) {
            return new Target(wording, "", UNKNOWN);
        }
        return against.isEmpty() ? new Target(wording, "all", HOLDS) : new Target(wording, "not: " + String.join("; ", against), FAILS);
    }
}
