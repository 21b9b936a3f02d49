package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler plugin and the plug-in in Eclipse itself: what builds say, what is said each time a file is saved, and what while somebody types. */
@Tag("eclipse")
class EclipseIT {
    private static final String AWAIT = "AJ001 await in q.X.first, which is not async: mark the method @Async (for a lambda: use a functional interface whose"
            + " method is @Async) and return a Coroutine, CompletableFuture or CompletionStage; where a program begins, mark it @AsyncEntry or call"
            + " Coroutines.run";
    private static final String DROPPED = "10: AJ102 the result of q.Callee.ask in q.X.second is dropped: await it, keep it, or pass a coroutine to createTask:"
            + " a coroutine that nobody starts never runs, and a failure that nobody asks for is not seen";

    @TempDir
    private Path directory;

    private List<String> eclipse(String part, Path... plugins) throws IOException {
        return new HeadlessEclipse(directory).run(part, plugins);
    }

    private static List<String> builds(String typing) {
        return List.of(
                "all: [X.java:10 AJ103, X.java:7 AJ001]",
                "marked: [AJ001 await, AJ103 join]",
                "mended: [X.java:10 AJ103]",
                "broken again: [X.java:10 AJ103, X.java:7 AJ001]",
                "new class: [X.java:10 AJ103, X.java:7 AJ001, Y.java:4 AJ001]",
                "superclass: [X.java:10 AJ103, X.java:7 AJ001, Y.java:4 AJ001]",
                "all again: [X.java:10 AJ103, X.java:7 AJ001, Y.java:4 AJ001]",
                "clean: []",
                "after clean: [X.java:10 AJ103, X.java:7 AJ001, Y.java:4 AJ001]",
                "without async: [Y.java:4 AJ001]",
                "deleted: []",
                "typing: " + typing);
    }

    @Test
    void eachSaveSaysWhatIsWrongThenAndNoMore() throws IOException {
        assertThat(eclipse("builds")).isEqualTo(builds("[]"));
    }

    @Test
    void withThePlugInBuildsSayTheSame() throws IOException {
        assertThat(eclipse("builds", Jars.ECLIPSE_PLUGIN)).isEqualTo(builds("[220-224 await error 7: " + AWAIT + ", 337-340 join warning 10: AJ103 blocking call of"
                + " java.util.concurrent.CompletableFuture.join in q.X.second: await the future instead]"));
    }

    @Test
    void whatIsTypedIsLookedAtBeforeItIsSaved() throws IOException {
        assertThat(eclipse("typing", Jars.ECLIPSE_PLUGIN)).containsExactly(
                "as it is: []",
                "broken: [253-257 await error 7: " + AWAIT + "]",
                "not saved: []",
                "mended: []",
                "other copy: [325-327 ask warning " + DROPPED + "]",
                "other closed: []",
                "other saved: [325-327 ask warning " + DROPPED + "]",
                "other saved again: []",
                "other built: [325-327 ask warning " + DROPPED + "]",
                "other newer than its class: []",
                "other saved and not built: []",
                "malformed: []",
                "whole again: [253-257 await error 7: " + AWAIT + "]",
                "as an error: [325-327 ask error " + DROPPED + "]",
                "off: []",
                "lines of Windows: [259-263 await error 7: " + AWAIT + "]",
                "saved: [X.java:7 AJ001]",
                "marked: [AJ001 await]",
                "shown: [253-257 await error 7: " + AWAIT + "]",
                "saved mended: []",
                "without async-java: []",
                "without processor, built: []",
                "without processor, typed: [7:50 AJ001]");
    }

    @Test
    void everyRuleIsReportedOnceInEachKindOfBuildAndWhileTyping() throws IOException {
        List<String> all = eclipse("corpus", Jars.ECLIPSE_PLUGIN);
        List<String> full = those(all, "full ");
        assertThat(full).doesNotHaveDuplicates().containsAll(checked().map(line -> line.replaceAll(" (AJ\\d+).*", " $1")).toList());
        assertThat(those(all, "mended ")).isEmpty();
        assertThat(those(all, "incremental ")).isEqualTo(full);
        assertThat(those(all, "clean ")).isEmpty();
        assertThat(those(all, "after clean ")).isEqualTo(full);
        assertThat(those(all, "typed ")).containsExactlyInAnyOrderElementsOf(checked().toList());
    }

    private static List<String> those(List<String> all, String of) {
        return all.stream().filter(line -> line.startsWith(of)).map(line -> line.substring(of.length())).toList();
    }

    /** What the check of sources finds. */
    private static Stream<String> checked() throws IOException {
        try (Stream<Path> files = Files.list(HeadlessEclipse.CORPUS); ReadableClasses classes = ReadableClasses.of(List.of(Jars.ANNOTATIONS, Jars.RUNTIME))) {
            List<Path> corpus = files.toList();
            return new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(corpus).violations().entrySet().stream().flatMap(file -> file.getValue().stream()
                    .map(violation -> file.getKey().getFileName() + ":" + violation.position().line() + ":" + violation.position().column() + " " + violation.rule().code() + " " + violation.message()));
        }
    }
}
