package org.asyncjava.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Levels;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of the goal {@code check} see, in the log and in editors. */
class CheckGoalTest {
    private static final String OUTSIDE = "which is not async: mark the method @Async (for a lambda: use a functional interface whose method"
            + " is @Async) and return a Coroutine, CompletableFuture or CompletionStage"
                        + "; where a program begins, mark it @AsyncEntry or call Coroutines.run";
    private static final String WRONG = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            class Shop {
                int total(CompletableFuture<Integer> price) {
                    return await(price);
                }
                @org.asyncjava.Async
                CompletableFuture<Integer> idle(CompletableFuture<Integer> price) {
                    return CompletableFuture.completedFuture(1);
                }
            }
            """;
    private static final LongSupplier STILL = () -> 0;

    @TempDir
    Path directory;
    private Recorder log;
    private Recorder editor;
    private Path sources;

    @BeforeEach
    void record() throws IOException {
        log = new Recorder(directory);
        editor = new Recorder(directory);
        sources = Files.createDirectories(directory.resolve("src"));
    }

    private CheckGoal goal(LongSupplier clock) {
        Markers markers = new Markers(log.as(Log.class), Optional.of(editor.as(BuildContext.class)));
        return new CheckGoal(markers, Levels.defaults(), CallAnnotations.known(), directory.resolve("target/checked.txt"), "1", clock);
    }

    private void check(Charset encoding) throws Exception {
        goal(STILL).run(List.of(sources, directory.resolve("no-such-directory")), encoding, List.of());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(sources.resolve(file), text);
    }

    @Test
    void sourcesBehindLinksAreCheckedOnceAlsoIfTheLinksGoRoundInCircles() throws Exception {
        write("Shop.java", WRONG);
        Path real = Files.move(sources, directory.resolve("real"));
        sources = Files.createSymbolicLink(directory.resolve("src"), real);
        Files.createSymbolicLink(real.resolve("round"), real);
        Files.createSymbolicLink(real.resolve(".#Shop.java"), Path.of("an-editor-holds-it"));
        assertThatThrownBy(() -> check(StandardCharsets.UTF_8)).isInstanceOf(MojoFailureException.class)
                .hasMessage("async: 1 error in the sources, see above");
        assertThat(log.calls()).last().asString().contains("1 of 1 source files checked");
    }

    @Test
    void theLogHasTheFormOfTheCompilersMessages() throws Exception {
        write("Shop.java", WRONG);
        assertThatThrownBy(() -> check(StandardCharsets.UTF_8)).isInstanceOf(MojoFailureException.class)
                .hasMessage("async: 1 error in the sources, see above");
        assertThat(log.calls()).containsExactly(
                "error src/Shop.java:[5,16] AJ001 await in Shop.total, " + OUTSIDE,
                "warn src/Shop.java:[8,32] AJ101 @Async method Shop.idle awaits nothing: remove @Async, which changes nothing here, or await what"
                        + " the method waits for",
                "info async: 1 of 1 source files checked in 0 ms");
    }

    @Test
    void anEditorGetsMarkersAtLineAndColumn() throws Exception {
        write("Shop.java", WRONG);
        assertThatThrownBy(() -> check(StandardCharsets.UTF_8)).isInstanceOf(MojoFailureException.class);
        assertThat(BuildContext.SEVERITY_ERROR).isEqualTo(2);
        assertThat(BuildContext.SEVERITY_WARNING).isEqualTo(1);
        assertThat(editor.calls()).containsExactly(
                "removeMessages src/Shop.java",
                "addMessage src/Shop.java | 5 | 16 | AJ001 await in Shop.total, " + OUTSIDE + " | 2 | null",
                "addMessage src/Shop.java | 8 | 32 | AJ101 @Async method Shop.idle awaits nothing: remove @Async, which changes nothing"
                        + " here, or await what the method waits for | 1 | null");
    }

    @Test
    void markersOfAFileAreRemovedWhenItIsInOrder() throws Exception {
        write("Shop.java", WRONG);
        assertThatThrownBy(() -> check(StandardCharsets.UTF_8)).isInstanceOf(MojoFailureException.class);
        editor.calls();
        write("Shop.java", "class Shop { }");
        check(StandardCharsets.UTF_8);
        assertThat(editor.calls()).containsExactly("removeMessages src/Shop.java");
        check(StandardCharsets.UTF_8);
        assertThat(editor.calls()).isEmpty();
    }

    @Test
    void anEditorThatKnowsTheLegacyContextAloneGetsMarkersToo() throws Exception {
        write("Shop.java", WRONG);
        var legacy = editor.as(org.sonatype.plexus.build.incremental.BuildContext.class);
        Markers markers = Markers.of(log.as(Log.class), new DefaultBuildContext(legacy), legacy);
        CheckGoal goal = new CheckGoal(markers, Levels.defaults(), CallAnnotations.known(), directory.resolve("checked.txt"), "1", STILL);
        assertThatThrownBy(() -> goal.run(List.of(sources), StandardCharsets.UTF_8, List.of())).isInstanceOf(MojoFailureException.class);
        assertThat(editor.calls()).contains("removeMessages src/Shop.java",
                "addMessage src/Shop.java | 5 | 16 | AJ001 await in Shop.total, " + OUTSIDE + " | 2 | null");
    }

    @Test
    void annotationsThatLastAsLongAsACallAreLookedForAfresh() throws Exception {
        write("Shop.java", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                class Shop {
                    @com.acme.Transacted
                    @org.asyncjava.Async
                    CompletableFuture<Integer> total(CompletableFuture<Integer> price) {
                        return CompletableFuture.completedFuture(await(price));
                    }
                }
                """);
        check(StandardCharsets.UTF_8);
        assertThat(log.calls()).containsExactly("info async: 1 of 1 source files checked in 0 ms");
        Markers markers = new Markers(log.as(Log.class), Optional.empty());
        CallAnnotations known = CallAnnotations.known().with("com.acme.Transacted");
        new CheckGoal(markers, Levels.defaults(), known, directory.resolve("target/checked.txt"), "1", STILL)
                .run(List.of(sources), StandardCharsets.UTF_8, List.of());
        assertThat(log.calls()).contains("warn src/Shop.java:[6,32] AJ107 @Transacted of Shop.total lasts only until the method suspends: put the"
                + " annotation on a method without await that does what needs it, and call that one from here");
    }

    @Test
    void plainMavenHasNoEditor() {
        var legacy = new org.sonatype.plexus.build.incremental.DefaultBuildContext();
        assertThat(Markers.of(log.as(Log.class), new DefaultBuildContext(legacy), legacy).editor()).isEmpty();
    }

    @Test
    void aFileInTheEncodingOfTheProjectIsCheckedAndOneInAnotherIsNamed() throws Exception {
        String right = "// M\u00fcller\nclass Shop { @org.asyncjava.Async java.util.concurrent.CompletableFuture<?> one("
                + "java.util.concurrent.CompletableFuture<?> x) { org.asyncjava.Await.await(x); return x; } }";
        Files.writeString(sources.resolve("Shop.java"), right, StandardCharsets.ISO_8859_1);
        check(StandardCharsets.ISO_8859_1);
        assertThat(log.calls()).containsExactly("info async: 1 of 1 source files checked in 0 ms");
        check(StandardCharsets.UTF_8);
        assertThat(log.calls()).containsExactly("warn src/Shop.java is not in the encoding UTF-8; what could be read of it is checked",
                "info async: 1 of 1 source files checked in 0 ms");
        assertThat(editor.calls()).last().isEqualTo(
                "addMessage src/Shop.java | 0 | 0 | async: the file is not in the encoding UTF-8; what could be read of it is checked | 1 | null");
    }

    @Test
    void aThousandFilesWithAProgressLineEveryTwoSeconds() throws Exception {
        for (int number = 0; number < 1000; number++) {
            write("Shop" + number + ".java", "class Shop" + number + " { @org.asyncjava.Async java.util.concurrent.CompletableFuture<?> one("
                    + "java.util.concurrent.CompletableFuture<?> x) { org.asyncjava.Await.await(x); return x; } }");
        }
        AtomicLong clock = new AtomicLong();
        goal(() -> clock.addAndGet(5_000_000)).run(List.of(sources), StandardCharsets.UTF_8, List.of());
        assertThat(log.calls()).containsExactly(
                "info async: 400 of 1000 source files read",
                "info async: 800 of 1000 source files read",
                "info async: 1000 of 1000 source files checked in 5010 ms");
    }
}
