package org.asyncjava.examples.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

/** Programs with windows, each in a JVM with a display. */
class DesktopTest {
    @Test
    void progressGoesOnUntilItIsCancelledAndReachesTheEndTheSecondTime() throws Exception {
        Path picture = Path.of("target", "import-window.png").toAbsolutePath();
        Files.deleteIfExists(picture);
        assertThat(output(Clicks.class, picture.toString())).containsExactly(
                "before: ready, 0 of 5, start can be clicked",
                "in the middle: importing disks.csv, 3 of 5, cancel can be clicked",
                "cancelled: cancelled, 3 of 5, start can be clicked",
                "second time: 45 lines, 5 of 5, start can be clicked",
                "on the event thread: true");
        BufferedImage window = ImageIO.read(picture.toFile());
        assertThat(window.getWidth()).isEqualTo(320);
        assertThat(window.getRGB(0, 0, 320, 140, null, 0, 320)).contains(window.getRGB(60, 70)).contains(window.getRGB(2, 2));
    }

    @Test
    void tasksAndTimersGoOnWhileStepsOfOthersShowDialogs() throws Exception {
        assertThat(output(Dialogs.class)).containsExactly(
                "outer opens", "inner opens", "other 0 in other", "other 1 in other", "other 2 in other", "other has slept",
                "inner closes in inner", "outer closes in outer", "outer goes on, variable: outer", "inner ended, other ended");
    }

    private static List<String> output(Class<?> program, String... arguments) throws IOException {
        Optional<Display> found = Display.open();
        assumeTrue(found.isPresent(), "no display, and no Xvfb to make one");
        try (Display display = found.orElseThrow()) {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), program.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DISPLAY", display.name());
            return builder.start().inputReader(StandardCharsets.UTF_8).lines().toList();
        }
    }
}
