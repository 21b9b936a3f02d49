package org.asyncjava.transformer.observe;

import java.util.Locale;

/** Spans of time, short enough for a column. */
final class Times {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Times() {
    }

    /** {@code 12ms}, {@code 3.4s}, {@code 5m06s}, {@code 7h08m}. */
    static String text(long milliseconds) {
        if (milliseconds < SECOND) {
            return milliseconds + "ms";
        } else if (milliseconds < MINUTE) {
            return String.format(Locale.ROOT, "%d.%ds", milliseconds / SECOND, milliseconds % SECOND / 100);
        } else if (milliseconds < HOUR) {
            return String.format(Locale.ROOT, "%dm%02ds", milliseconds / MINUTE, milliseconds % MINUTE / SECOND);
        }
        return String.format(Locale.ROOT, "%dh%02dm", milliseconds / HOUR, milliseconds % HOUR / MINUTE);
    }
}
