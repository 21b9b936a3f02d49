package org.asyncjava.rules;

/**
 * Text that may be shown on a terminal, in a log or in a report. Class files may have any characters in their names: such that move a terminal's
 * cursor, begin a new line, turn text round, or that a build server takes for a command.
 */
public final class Printable {
    /** What build servers look for anywhere in a line. */
    private static final String COMMAND = "##";
    /** What they look for at its beginning. */
    private static final String COMMAND_AT_START = "::";

    private Printable() {
    }

    /**
     * The same text in one line of characters that show what they are.
     *
     * @param text any text
     * @return the text itself if it is such a line; else with Java's escapes, as in <code>&#92;u001b</code>, for what is not
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text, i)) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder printable = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped(text, i)) {
                printable.append("\\u").append(Integer.toHexString(0x1_0000 | c), 1, 5);
            } else {
                printable.append(c);
            }
        }
        return printable.toString();
    }

    private static boolean isEscaped(String text, int i) {
        char c = text.charAt(i);
        if (c == ':') {
            return text.startsWith(COMMAND_AT_START, i) && text.substring(0, i).isBlank();
        }
        if (c == '#') {
            return text.startsWith(COMMAND, i);
        }
        return c < ' ' || c > '~' && isInvisible(text, i);
    }

    private static boolean isInvisible(String text, int i) {
        if (Character.isSurrogate(text.charAt(i))) {
            int first = Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
            return first < 0 || Character.charCount(text.codePointAt(first)) == 1 || isInvisible(Character.getType(text.codePointAt(first)));
        }
        return isInvisible(Character.getType(text.charAt(i)));
    }

    private static boolean isInvisible(int kind) {
        return kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.LINE_SEPARATOR || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.SURROGATE || kind == Character.UNASSIGNED;
    }
}
