package org.asyncjava.transformer.cli;

import java.io.PrintStream;
import java.util.List;

/** Shows lines in place of those before; where the output is no terminal, below them. */
final class Screen {
    private static final String SEPARATOR = "---";
    private static final String TOP_LEFT = "\u001b[H";
    private static final String CUT_LINES = "\u001b[?7l";
    private static final String WRAP_LINES = "\u001b[?7h";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final boolean isTerminal;
    private boolean isUsed;

    Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    static Screen on(PrintStream out) {
        return new Screen(out, isTerminal() && !"dumb".equals(System.getenv("TERM")));
    }

    /** From Java 22 on there may be a console that is none. */
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    /** Whether anybody still sees it. */
    boolean isOpen() {
        return !out.checkError();
    }

    /** At once, and with the terminal as it was: it may be the last time. */
    void show(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (isTerminal) {
            text.append(CUT_LINES).append(TOP_LEFT);
            lines.forEach(line -> text.append(line).append(CLEAR_LINE).append(System.lineSeparator()));
            text.append(CLEAR_BELOW).append(WRAP_LINES);
        } else {
            text.append(isUsed ? SEPARATOR + System.lineSeparator() : "");
            lines.forEach(line -> text.append(line).append(System.lineSeparator()));
        }
        isUsed = true;
        out.print(text);
        out.flush();
    }
}
