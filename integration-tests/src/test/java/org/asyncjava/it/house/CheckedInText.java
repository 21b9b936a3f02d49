package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the project that states what is so. Where that has changed, the failure names the command that accepts it. */
record CheckedInText(Path file) {
    static CheckedInText of(Path file) {
        return new CheckedInText(file.toAbsolutePath().normalize());
    }

    void assertIs(String actual) throws IOException {
        if ("update".equals(System.getProperty("async.goldens"))) {
            Files.writeString(file, actual);
        }
        Path now = Files.createDirectories(Path.of("target", "goldens")).resolve(file.getFileName()).toAbsolutePath();
        Files.writeString(now, actual);
        assertThat(actual).as("to accept what is so now: cp %s %s (or run the tests with -Dasync.goldens=update)", now, file)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "(no such file)");
    }
}
