package org.asyncjava.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.asyncjava.lsp.text.TextBuffer;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

/** Positions and offsets. */
class TextBufferTest {
    @Test
    void linesEndAsTheProtocolHasIt() {
        TextBuffer buffer = new TextBuffer("a\r\nbc\rd\n\nä\uD83D\uDE00e");
        assertThat(buffer.offset(new Position(1, 1))).isEqualTo(4);
        assertThat(buffer.offset(new Position(0, 99))).isEqualTo(1);
        assertThat(buffer.offset(new Position(1, 99))).isEqualTo(5);
        assertThat(buffer.offset(new Position(3, 1))).isEqualTo(8);
        assertThat(buffer.offset(new Position(4, 3))).isEqualTo(12);
        assertThat(buffer.offset(new Position(99, 0))).isEqualTo(13);
        assertThat(buffer.offset(new Position(-1, 3))).isZero();
        assertThat(buffer.endOfLine(2)).isEqualTo(new Position(2, 1));
        assertThat(buffer.endOfLine(4)).isEqualTo(new Position(4, 4));
        assertThat(new TextBuffer("").endOfLine(7)).isEqualTo(new Position(0, 0));
    }

    @Test
    void offsetsAndPositionsAreEachOthersInverse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        random.ints(500, 0, 6).forEach(kind -> text.append("a\r\nb\rc\n".charAt(kind)));
        TextBuffer buffer = new TextBuffer(text.toString());
        for (int offset = 0; offset <= text.length(); offset++) {
            if (offset == 0 || offset == text.length() || text.charAt(offset - 1) != '\r' || text.charAt(offset) != '\n') {
                assertThat(buffer.offset(buffer.position(offset))).as("seed %d", seed).isEqualTo(offset);
            }
        }
    }

    @Test
    void anEditReplacesWhatItNames() {
        TextBuffer buffer = new TextBuffer("one\ntwo\nthree");
        assertThat(buffer.with(new Range(new Position(0, 1), new Position(2, 2)), "X").text()).isEqualTo("oXree");
        assertThat(buffer.with(new Range(new Position(2, 2), new Position(0, 1)), "X").text()).isEqualTo("one\ntwo\nthXree");
        assertThat(buffer.with(new Range(new Position(7, 0), new Position(9, 0)), "!").text()).isEqualTo("one\ntwo\nthree!");
    }
}
