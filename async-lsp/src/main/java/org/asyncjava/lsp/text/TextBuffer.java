package org.asyncjava.lsp.text;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * A text and where its lines begin. Immutable. Positions are counted from 0, in UTF-16 units, as the protocol has it; one that lies outside of the text is
 * taken to be at the end of its line, or of the text.
 */
public final class TextBuffer {
    private final String text;
    private final int[] lines;

    /**
     * Makes a buffer.
     *
     * @param text its characters
     */
    public TextBuffer(String text) {
        this.text = text;
        this.lines = beginnings(text);
    }

    private static int[] beginnings(String text) {
        int[] beginnings = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == beginnings.length) {
                    beginnings = Arrays.copyOf(beginnings, 2 * count);
                }
                beginnings[count++] = i + 1;
            }
        }
        return Arrays.copyOf(beginnings, count);
    }

    /**
     * The whole.
     *
     * @return all characters
     */
    public String text() {
        return text;
    }

    /**
     * The offset of a position.
     *
     * @param position in the text
     * @return in UTF-16 units
     */
    public int offset(Position position) {
        int line = position.getLine();
        if (line < 0) {
            return 0;
        }
        if (line >= lines.length) {
            return text.length();
        }
        return Math.min(lines[line] + Math.max(0, position.getCharacter()), endOf(line));
    }

    /** Where a line's last character ends, its line break not being one. */
    private int endOf(int line) {
        int end = line + 1 < lines.length ? lines[line + 1] : text.length();
        while (end > lines[line] && line + 1 < lines.length && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    /**
     * The position of an offset.
     *
     * @param offset in UTF-16 units
     * @return the position
     */
    public Position position(int offset) {
        int within = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lines, within);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, within - lines[line]);
    }

    /**
     * Where a line ends.
     *
     * @param line counted from 0
     * @return behind its last character
     */
    public Position endOfLine(int line) {
        int known = Math.max(0, Math.min(line, lines.length - 1));
        return new Position(known, endOf(known) - lines[known]);
    }

    /**
     * The text after an edit.
     *
     * @param range what is replaced
     * @param replacement by what
     * @return a new buffer
     */
    public TextBuffer with(Range range, String replacement) {
        int start = offset(range.getStart());
        int end = Math.max(start, offset(range.getEnd()));
        return new TextBuffer(text.substring(0, start) + replacement + text.substring(end));
    }
}
