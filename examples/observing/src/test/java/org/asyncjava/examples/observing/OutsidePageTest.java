package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/observing.md} shows what the commands print that look at a program from outside. */
class OutsidePageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "observing.md");

    @Test
    void whatTheyPrintIsShownAsItIs() throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        try (ObservedProgram shop = ObservedProgram.start(NightShop.class, "open")) {
            assertShown(page, shop.asked("ps"));
            assertShown(page, shop.asked("pstree"));
            assertShown(page, shop.asked("watch", "--count", "2", "--interval", "0.01", "--rows", "3")
                    .replace("process " + shop.id() + " at ", "process 4711 at "));
        }
    }

    private static void assertShown(String page, String printed) {
        String output = printed.replaceAll("(?m)^(process \\d+ at ).*", "$103:00:00").replaceAll("(CompletableFuture@)[0-9a-f]+", "$11b28cdfa");
        assertThat(page).as("the page shows as it is now:%n%s", output).contains("```text\n" + output + "```");
    }
}
