package org.asyncjava.benchmarks.transformer;

import java.util.Locale;

/**
 * A figure that was measured.
 *
 * @param name what it is
 * @param value its value
 * @param unit of the value
 * @param limit what the value is to stay below; 0 if it only explains others
 */
record Figure(String name, double value, String unit, double limit) {
    /** A figure without limit. */
    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, 0);
    }

    /** How much one thing costs in parts of another one. */
    static Figure share(String name, double part, double whole, double limit) {
        return new Figure(name, 100 * part / whole, "%", limit);
    }

    @Override
    public String toString() {
        String verdict = limit == 0 ? "" : String.format(Locale.ROOT, "  %s (limit %.0f %s)", value <= limit ? "holds" : "MISSED", limit, unit);
        return String.format(Locale.ROOT, "%-72s %10.1f %-4s%s", name, value, unit, verdict);
    }
}
