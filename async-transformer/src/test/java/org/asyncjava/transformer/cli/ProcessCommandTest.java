package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands about processes do not understand, and what they say that they do. */
class ProcessCommandTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private int run(String line) {
        PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Main(stream, stream, PathSyntax.ofThisMachine()).run(line.split(" "));
    }

    private String firstLine() {
        return written.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ps                              | Missing required parameter: 'PID'",
            "pstree one                      | Invalid value for positional parameter at index 0 (PID): 'one' is not a long",
            "ps 1 2                          | Unmatched argument at index 1: '2'",
            "ps 1 --json                     | Unknown option: '--json'",
            "dump 1 --json --html page.html  | Error: --json, --html=FILE are mutually exclusive (specify only one)",
            "dump 1 --html                   | Missing required parameter for option '--html' (FILE)",
            "watch 1 --interval 0            | --interval needs a number above 0",
            "watch 1 -n NaN                  | --interval needs a number above 0",
            "watch 1 --interval soon         | Invalid value for option '--interval': 'soon' is not a double",
            "watch 1 --count -1              | --count needs a number above 0",
            "watch 1 --rows 0                | --rows needs a number above 0"})
    void whatTheyDoNotUnderstandIsSaidInTheFirstLine(String line, String message) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(firstLine()).isEqualTo("async: " + message);
    }

    @ParameterizedTest
    @CsvSource({"ps, ps PID", "pstree, pstree PID", "watch, watch PID [options]", "dump, dump PID [--json | --html FILE]"})
    void theySayHowTheyAreCalled(String command, String synopsis) {
        assertThat(run(command + " --help")).isZero();
        assertThat(firstLine()).isEqualTo("Usage: java -jar async-transformer-cli.jar " + synopsis);
    }

    @Test
    void theMainHelpNamesThem() {
        assertThat(run("--help")).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8)).contains("ps PID, pstree PID, watch PID and dump PID");
    }
}
