package org.asyncjava.transformer.observe;

import java.nio.charset.Charset;

/** What a tree is drawn with. */
public enum TreeLines {
    /** Box drawing characters. */
    UNICODE("\u251c\u2500\u2500 ", "\u2514\u2500\u2500 ", "\u2502   "),
    /** For terminals and files that have no others. */
    ASCII("|-- ", "`-- ", "|   ");

    private final String branch;
    private final String lastBranch;
    private final String passing;

    TreeLines(String branch, String lastBranch, String passing) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.passing = passing;
    }

    /**
     * Those that the standard output can write.
     *
     * @return box drawing characters where it has them
     */
    public static TreeLines ofOutput() {
        String name = System.getProperty("stdout.encoding"); // from Java 19 on
        return in(name == null ? Charset.defaultCharset() : Charset.forName(name));
    }

    static TreeLines in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(UNICODE.branch) ? UNICODE : ASCII;
    }

    String before(boolean isLast) {
        return isLast ? lastBranch : branch;
    }

    /** What stands before the lines below. */
    String below(boolean isLast) {
        return isLast ? " ".repeat(passing.length()) : passing;
    }
}
