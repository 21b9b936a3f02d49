package org.asyncjava.examples.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Expected output, and what is masked in it and in the output that is compared with it because it differs by nature. */
final class GoldenText {
    private GoldenText() {
    }

    /** The text of a golden file, masked. */
    static String of(String name) throws IOException {
        try (InputStream file = GoldenText.class.getResourceAsStream(name + ".out")) {
            return masked(new String(file.readAllBytes(), UTF_8));
        }
    }

    /** A text without times of day, elapsed seconds, task numbers, and the name and position of a coroutine. */
    static String masked(String text) {
        return text.replace(System.lineSeparator(), "\n")
                .replaceAll("\\b\\d\\d:\\d\\d:\\d\\d\\b", "HH:MM:SS")
                .replaceAll("(?m)^\\d+\\.\\d+(E-?\\d+)?$", "SECONDS")
                .replaceAll("name='Task-\\d+' coro=<\\S+\\(\\) (created|running at \\S+:\\d+)>", "name='Task-N' coro=<METHOD() POSITION>");
    }
}
