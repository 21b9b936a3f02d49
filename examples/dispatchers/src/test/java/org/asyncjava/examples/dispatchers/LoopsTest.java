package org.asyncjava.examples.dispatchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

import org.asyncjava.runtime.LoopGroup;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The programs of {@code docs/loops.md}. */
class LoopsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "loops.md");
    private static final List<Path> PROGRAMS = List.of(
            Path.of("src", "test", "java", "org", "asyncjava", "examples", "dispatchers", "LoopPrograms.java"),
            Path.of("..", "netty", "src", "main", "java", "org", "asyncjava", "examples", "netty", "NettyHost.java"));
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final LoopGroup group = new LoopGroup(2);
    private final LoopPrograms programs = new LoopPrograms(pool, group);

    @AfterEach
    void end() {
        group.close();
        pool.shutdown();
    }

    @Test
    void whatThePageShowsIsInThePrograms() throws IOException {
        StringBuilder source = new StringBuilder();
        for (Path program : PROGRAMS) {
            source.append(withoutIndentation(Files.readString(program)));
        }
        List<String> shown = JAVA.matcher(Files.readString(PAGE)).results().map(block -> withoutIndentation(block.group(1))).toList();
        assertThat(shown).hasSizeGreaterThan(4).allSatisfy(block -> assertThat(source).contains(block));
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void aMainProgram() {
        assertThat(LoopPrograms.program()).isEqualTo(11);
    }

    @Test
    void anEntryPoint() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LoopPrograms.main(new String[] {"bakery", "butcher"});
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("in all: 13");
    }

    @Test
    void inVirtualTime() {
        TestLoop.virtualTime(() -> assertThat(LoopPrograms.program()).isEqualTo(11));
    }

    @Test
    void aMethodOfAServer() {
        assertThat(programs.lowest(List.of("bakery", "dairy")).join()).isEqualTo(5);
        assertThat(programs.totalInThePool(List.of("bakery", "dairy")).join()).isEqualTo(11);
    }

    @Test
    void aButton() throws Exception {
        BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        CompletableFuture<Boolean> onEventThread = new CompletableFuture<>();
        SwingUtilities.invokeAndWait(() -> {
            JButton button = new JButton("load");
            JLabel text = new JLabel();
            text.addPropertyChangeListener("text", change -> {
                texts.add(change.getNewValue().toString());
                onEventThread.complete(SwingUtilities.isEventDispatchThread());
            });
            LoopPrograms.loadWhenClicked(button, text);
            button.doClick();
        });

        assertThat(List.of(texts.take(), texts.take())).containsExactly("loading", "found");
        assertThat(onEventThread.join()).isTrue();
    }

    @Test
    void aGroup() {
        assertThat(programs.renderAll(List.of("a", "bb", "ccc"))).containsExactly(1, 2, 3);
    }

    @Test
    void aLoopForEachKey() {
        programs.deposit("ada", 3).join();
        programs.deposit("bob", 5).join();
        assertThat(programs.deposit("ada", 4).join()).isEqualTo(7);
    }
}
