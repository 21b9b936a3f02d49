package org.asyncjava.benchmarks.jmh.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** How figures are written. */
final class Quantity {
    private static final String NONE = "";
    private static final double MEGABYTE = 1e6;
    private static final double SMALL = 10;
    private static final double NOTHING = 0.05;

    private Quantity() {
    }

    /** Nanoseconds or bytes: one decimal below ten. */
    static String plain(double figure) {
        if (Math.abs(figure) < NOTHING) {
            return "0";
        }
        return String.format(Locale.ROOT, Math.abs(figure) < SMALL ? "%.1f" : "%,.0f", figure);
    }

    static String plain(OptionalDouble figure) {
        return figure.isPresent() ? plain(figure.getAsDouble()) : NONE;
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < SMALL ? "%.2f" : "%,.0f", ratio);
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? ratio(ratio.getAsDouble()) : NONE;
    }

    static String megabytes(OptionalDouble bytes) {
        return bytes.isPresent() ? plain(bytes.getAsDouble() / MEGABYTE) + " MB" : NONE;
    }

    /** Bytes with their unit; megabytes if there are many. */
    static String bytes(double bytes) {
        return bytes < MEGABYTE ? plain(bytes) + " B" : plain(bytes / MEGABYTE) + " MB";
    }

    static String seconds(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f s", seconds.getAsDouble()) : NONE;
    }

    static String withUnit(OptionalDouble figure, String unit) {
        return figure.isPresent() ? plain(figure) + " " + unit : NONE;
    }
}
