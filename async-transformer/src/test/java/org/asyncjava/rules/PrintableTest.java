package org.asyncjava.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatIsPrintableIsLeftAsItIs() {
        String text = "Gr\u00f6\u00dfe.java:[3] \u65e5\u672c \ud83d\ude00 await in p.X::y # 1";
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void controlCharactersAndLinesAreEscaped() {
        assertThat(Printable.of("a\u001b[31mb\nc\rd\te\u0000f\u007fg\u0085h\u2028i"))
                .isEqualTo("a\\u001b[31mb\\u000ac\\u000dd\\u0009e\\u0000f\\u007fg\\u0085h\\u2028i");
    }

    @Test
    void textThatTurnsRoundAndHalvesOfPairsAreEscaped() {
        assertThat(Printable.of("a\u202eb")).isEqualTo("a\\u202eb");
        assertThat(Printable.of("a\ud800b")).isEqualTo("a\\ud800b");
        assertThat(Printable.of("\udc00\ud800")).isEqualTo("\\udc00\\ud800");
    }

    @Test
    void commandsOfBuildServersAreNone() {
        assertThat(Printable.of("::error file=x::y")).isEqualTo("\\u003a:error file=x::y");
        assertThat(Printable.of("  ::set-output name=a::b")).isEqualTo("  \\u003a:set-output name=a::b");
        assertThat(Printable.of("x ##[error]y ##vso[task.complete]")).isEqualTo("x \\u0023#[error]y \\u0023#vso[task.complete]");
    }
}
