package org.asyncjava.compiler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asyncjava.rules.Position;

/**
 * A word in a text.
 *
 * @param start its first character, counted from 0
 * @param end its last character
 */
record Word(int start, int end) {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /** The word at a position; the text's end if it has no such line. */
    static Word of(Position position, String text) {
        Matcher lineEnds = LINE_END.matcher(text);
        int lineStart = 0;
        for (int line = 1; line < position.line(); line++) {
            lineStart = lineEnds.find() ? lineEnds.end() : text.length();
        }
        int start = Math.min(lineStart + Math.max(position.column(), 1) - 1, text.length());
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return new Word(start, Math.max(start, end - 1));
    }
}
