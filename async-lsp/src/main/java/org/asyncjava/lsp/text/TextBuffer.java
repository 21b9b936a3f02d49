package org.asyncjava.lsp.text;

import org.asyncjava.compiler.source.LineStarts;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * A text and where its lines begin. Immutable. Positions are counted from 0, in UTF-16 units, as the protocol has it; one that lies outside of the text is
 * taken to be at the end of its line, or of the text.
 */
public final class TextBuffer {
    private final String text;
    private final LineStarts lines;

    /**
     * Makes a buffer.
     *
     * @param text its characters
     */
    public TextBuffer(String text) {
        this.text = text;
        this.lines = LineStarts.of(text);
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
        if (line >= lines.count()) {
            return text.length();
        }
        return Math.min(lines.of(line) + Math.max(0, position.getCharacter()), endOf(line));
    }

    /** Where a line's last character ends, its line break not being one. */
    private int endOf(int line) {
        int end = line + 1 < lines.count() ? lines.of(line + 1) : text.length();
        while (end > lines.of(line) && line + 1 < lines.count() && isBreak(text.charAt(end - 1))) {
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
        int line = lines.lineAt(within);
        return new Position(line, within - lines.of(line));
    }

    /**
     * Where a line ends.
     *
     * @param line counted from 0
     * @return behind its last character
     */
    public Position endOfLine(int line) {
        int known = Math.max(0, Math.min(line, lines.count() - 1));
        return new Position(known, endOf(known) - lines.of(known));
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
