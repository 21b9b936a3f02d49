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

    private String shownTwice(Screen screen) {
        screen.show(List.of("one", "two", "three"));
        screen.show(List.of("four"));
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aTerminalShowsNewLinesInPlaceOfTheOldOnesAndIsLeftAsItWas() {
        assertThat(shownTwice(Screen.terminal(out, 24))).isEqualTo("\u001b[?7l\u001b[H\u001b[Kone\n\u001b[Ktwo\n\u001b[Kthree\n\u001b[J\u001b[?7h"
                + "\u001b[?7l\u001b[H\u001b[Kfour\n\u001b[J\u001b[?7h");
    }

    @Test
    void aTerminalIsNotMoved() {
        assertThat(shownTwice(Screen.terminal(out, 3))).contains("two").doesNotContain("three");
    }

    @Test
    void aFileHasThemOneBelowTheOther() {
        assertThat(shownTwice(Screen.file(out))).isEqualTo("one\ntwo\nthree\n---\nfour\n");
    }

    @Test
    void whatNobodyReadsIsNotWrittenForEver() {
        Screen screen = Screen.file(out);
        assertThat(screen.isOpen()).isTrue();
        PrintStream broken = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("nobody reads");
            }
        });
        Screen unseen = Screen.file(broken);
        unseen.show(List.of("one"));
        assertThat(unseen.isOpen()).isFalse();
    }
}
