package org.asyncjava.transformer.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows lines in place of those before; where the output is no terminal, below them. */
final class Screen {
    private static final String SEPARATOR = "---";
    private static final String TOP_LEFT = "\u001b[H";
    private static final String CUT_LINES = "\u001b[?7l";
    private static final String WRAP_LINES = "\u001b[?7h";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private static final int NO_TERMINAL = 0;
    /** Of a terminal that does not say how many it has. */
    private static final int USUAL_LINES = 24;

    private final PrintStream out;
    private final int height;
    private boolean isUsed;

    private Screen(PrintStream out, int height) {
        this.out = out;
        this.height = height;
    }

    static Screen on(PrintStream out) {
        return isTerminal() && !"dumb".equals(System.getenv("TERM")) ? terminal(out, linesOfTerminal()) : file(out);
    }

    static Screen terminal(PrintStream out, int lines) {
        return new Screen(out, lines);
    }

    static Screen file(PrintStream out) {
        return new Screen(out, NO_TERMINAL);
    }

    /** From Java 22 on there may be a console that is none. */
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    private static int linesOfTerminal() {
        try {
            Process asked = new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
            String size = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            int lines = size.matches("[1-9]\\d* \\d+\\s*") ? Integer.parseInt(size.substring(0, size.indexOf(' '))) : 0;
            return lines > 1 ? lines : USUAL_LINES;
        } catch (IOException noUnix) {
            return USUAL_LINES;
        }
    }

    /** Whether anybody still sees it. */
    boolean isOpen() {
        return !out.checkError();
    }

    /** At once, no longer than the terminal, which is left as it was: it may be the last time. */
    void show(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (height > NO_TERMINAL) {
            text.append(CUT_LINES).append(TOP_LEFT);
            lines.stream().limit(height - 1).forEach(line -> text.append(CLEAR_LINE).append(line).append(System.lineSeparator()));
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
