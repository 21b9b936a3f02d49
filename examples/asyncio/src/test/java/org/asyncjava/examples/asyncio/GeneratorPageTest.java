package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Each.each;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.asyncjava.examples.asyncio.GeneratorPrograms.Node;
import org.asyncjava.examples.asyncio.GeneratorPrograms.Page;
import org.asyncjava.examples.asyncio.GeneratorPrograms.Pages;
import org.asyncjava.runtime.Coroutine;
import org.junit.jupiter.api.Test;

/** The programs of {@code docs/generators.md}. */
class GeneratorPageTest {
    private final GeneratorPrograms programs = new GeneratorPrograms();
    private final Pages pages = new Pages(new Page(0, List.of("a", "")), new Page(1, List.of("b", "stop", "c")));

    @Test
    void aLoopThatIsLeftClosesItsSource() {
        Virtual.run(() -> {
            assertThat(await(programs.count(programs.watched(pages)))).isEqualTo(2);
            return Coroutine.done();
        });
        assertThat(programs.events).containsExactly("closed");
    }

    @Test
    void aHandlerThatThrowsAnythingOnSeesTheSignal() {
        Virtual.run(() -> {
            assertThat(await(programs.count(programs.loggingAnything(pages)))).isEqualTo(2);
            assertThat(await(programs.count(programs.loggingExceptions(pages)))).isEqualTo(2);
            return Coroutine.done();
        });
        assertThat(programs.events).containsExactly("logged true");
    }

    @Test
    void byHand() {
        assertThat(printed(() -> Virtual.run(() -> {
            await(programs.byHand(pages));
            return Coroutine.done();
        }))).containsExactly("a", "", "b", "stop", "c");
    }

    @Test
    void computedElements() {
        assertThat(printed(GeneratorPrograms::printPrimes)).containsExactly("2", "3", "5", "7", "11", "13", "17", "19", "23", "29");
        assertThat(programs.firstLong("a few words more")).isEqualTo("words");
        assertThat(programs.events).containsExactly("words closed");
    }

    @Test
    void aTree() {
        Node tree = new Node(new Node(null, 1, null), 2, new Node(new Node(null, 3, null), 4, null));
        List<Integer> values = new ArrayList<>();
        Virtual.run(() -> {
            for (int value : each(programs.inOrder(tree))) {
                values.add(value);
            }
            return Coroutine.done();
        });
        assertThat(values).containsExactly(1, 2, 3, 4);
    }

    @Test
    void operators() {
        Virtual.run(() -> {
            List<Page> pages = await(programs.firstPages(GeneratorPrograms.links()));
            assertThat(pages).extracting(Page::number).containsExactly(0, 1, 2, 4, 5);
            List<List<String>> chunks = await(GeneratorPrograms.chunks(GeneratorPrograms.links(), 4).toList());
            assertThat(chunks).containsExactly(List.of("link 0", "link 1", "link 2", "link 3"), List.of("link 4", "link 5"));
            return Coroutine.done();
        });
    }

    private static List<String> printed(Runnable program) {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
