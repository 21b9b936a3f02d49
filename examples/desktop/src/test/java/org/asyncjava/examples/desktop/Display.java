package org.asyncjava.examples.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A display for a program with windows: that of the environment, otherwise a virtual one.
 *
 * @param name the value of {@code DISPLAY}
 * @param server the process that serves it; null if it was there before
 */
record Display(String name, Process server) implements AutoCloseable {
    /** Empty if there is none and Xvfb (Debian's package {@code xvfb}) is not installed. */
    static Optional<Display> open() {
        String present = System.getenv("DISPLAY");
        if (present != null && !present.isEmpty()) {
            return Optional.of(new Display(present, null));
        }
        try {
            Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            BufferedReader number = server.inputReader(StandardCharsets.US_ASCII);
            return Optional.of(new Display(":" + number.readLine(), server));
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
