package org.asyncjava.eclipse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where lines and columns are in a text. */
final class Offsets {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    private final String text;
    private final List<Integer> lines = new ArrayList<>(List.of(0));

    Offsets(String text) {
        this.text = text;
        for (Matcher matcher = LINE_END.matcher(text); matcher.find();) {
            lines.add(matcher.end());
        }
    }

    /** The offset of a line and a column, both counted from 1; the text's end if it is not so long. */
    int of(int line, int column) {
        return line > lines.size() ? text.length() : Math.min(text.length(), lines.get(line - 1) + column - 1);
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
