package org.asyncjava.compiler.source;

import java.util.Arrays;

/** Where the lines of a text begin. A line ends as Java's do: by a line feed, a carriage return, or both. Lines and offsets are counted from 0. */
public final class LineStarts {
    private final int[] starts;

    private LineStarts(int[] starts) {
        this.starts = starts;
    }

    /**
     * Finds them.
     *
     * @param text any
     * @return at least one, that of its beginning
     */
    public static LineStarts of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return new LineStarts(Arrays.copyOf(starts, count));
    }

    /**
     * How many lines there are.
     *
     * @return one more than ends of lines
     */
    public int count() {
        return starts.length;
    }

    /**
     * Where a line begins.
     *
     * @param line one that is there
     * @return the offset of its first character
     */
    public int of(int line) {
        return starts[line];
    }

    /**
     * The line of a place.
     *
     * @param offset one in the text, or its end
     * @return the last that does not begin behind it
     */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
