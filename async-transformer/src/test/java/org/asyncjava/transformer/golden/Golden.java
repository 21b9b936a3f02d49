package org.asyncjava.transformer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is compared with a file under {@code src/test/goldens}.
 *
 * <p>On a mismatch the new text is left under {@code target/goldens}, and the failure names the command that accepts it. With
 * {@code -Dasync.goldens=update} every golden is rewritten instead.
 */
final class Golden {
    static final Path DIRECTORY = Path.of("src/test/goldens");
    private static final boolean UPDATE = "update".equals(System.getProperty("async.goldens"));

    private Golden() {
    }

    static void assertMatches(String name, String actual) throws IOException {
        Path golden = DIRECTORY.resolve(name);
        if (UPDATE) {
            Files.writeString(golden, actual);
        }
        Path copy = Files.createDirectories(Path.of("target/goldens")).resolve(name);
        Files.writeString(copy, actual);
        assertThat(actual)
                .as("to accept the new text: cp %s %s (or run the tests with -Dasync.goldens=update)", copy.toAbsolutePath(), golden.toAbsolutePath())
                .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "(no such golden)");
    }
}
