package org.asyncjava.eclipse;

import org.asyncjava.compiler.source.LineStarts;

/** Where lines and columns are in a text. */
final class Offsets {
    private final String text;
    private final LineStarts lines;

    Offsets(String text) {
        this.text = text;
        this.lines = LineStarts.of(text);
    }

    /** The offset of a line and a column, both counted from 1; the text's end if it is not so long. */
    int of(int line, int column) {
        return line > lines.count() ? text.length() : Math.min(text.length(), lines.of(line - 1) + column - 1);
    }

    /** The last character of a part of the text, without the blanks at its end. */
    int lastOf(int start, int end) {
        int last = end - 1;
        while (last > start && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return Math.max(start, last);
    }
}
