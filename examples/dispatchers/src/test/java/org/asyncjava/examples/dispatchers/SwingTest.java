package org.asyncjava.examples.dispatchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Swing's event thread, in a JVM with a display. */
class SwingTest {
    @Test
    void aMethodThatStartsOnTheEventThreadGoesOnThere() throws Exception {
        Optional<Display> found = Display.open();
        assumeTrue(found.isPresent(), "no display, and no Xvfb to make one");
        try (Display display = found.orElseThrow()) {
            assertThat(output(display)).containsExactly("on the event thread: [true, true, true, true, true, true]",
                    "the button says: loading, then loaded, on the event thread");
        }
    }

    private static Iterable<String> output(Display display) throws IOException {
        ProcessBuilder program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), SwingProgram.class.getName()).redirectErrorStream(true);
        program.environment().put("DISPLAY", display.name());
        return program.start().inputReader(StandardCharsets.UTF_8).lines().toList();
    }
}
