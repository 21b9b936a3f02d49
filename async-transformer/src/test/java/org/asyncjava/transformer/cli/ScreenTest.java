package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, false, StandardCharsets.UTF_8);

    private String shownTwice(boolean isTerminal) {
        Screen screen = new Screen(out, isTerminal);
        screen.show(List.of("one", "two"));
        screen.show(List.of("three"));
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aTerminalShowsNewLinesInPlaceOfTheOldOnesAndIsLeftAsItWas() {
        assertThat(shownTwice(true)).isEqualTo("\u001b[?7l\u001b[Hone\u001b[K\ntwo\u001b[K\n\u001b[J\u001b[?7h"
                + "\u001b[?7l\u001b[Hthree\u001b[K\n\u001b[J\u001b[?7h");
    }

    @Test
    void aFileHasThemOneBelowTheOther() {
        assertThat(shownTwice(false)).isEqualTo("one\ntwo\n---\nthree\n");
    }

    @Test
    void whatNobodyReadsIsNotWrittenForEver() {
        Screen screen = new Screen(out, false);
        assertThat(screen.isOpen()).isTrue();
        PrintStream broken = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("nobody reads");
            }
        });
        Screen unseen = new Screen(broken, false);
        unseen.show(List.of("one"));
        assertThat(unseen.isOpen()).isFalse();
    }
}
