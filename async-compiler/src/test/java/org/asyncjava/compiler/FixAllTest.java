package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.asyncjava.compiler.fix.Fixes;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be mended without looking is mended in one go, and the program then does what it was to do. */
class FixAllTest {
    private static final String PROGRAM = """
            import static org.asyncjava.Await.await;
            import static org.asyncjava.runtime.Coroutines.run;

            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            import org.asyncjava.runtime.Coroutine;

            public class Program {
                static final StringBuilder log = new StringBuilder();

                @Async
                static Coroutine<String> name(CompletableFuture<String> name) throws Exception {
                    Thread.sleep(1);
                    log.append(name.get()).append(name.join());
                    await(name);
                    try {
                        return fails();
                    } catch (RuntimeException failure) {
                        log.append(failure.getMessage());
                    }
                    return null;
                }

                @Async
                static Coroutine<String> fails() {
                    await(Coroutine.done());
                    throw new IllegalArgumentException("caught");
                }

                public static Object main() throws Exception {
                    log.append(run(name(CompletableFuture.completedFuture("name "))));
                    return log.toString();
                }
            }
            """;

    @TempDir
    Path directory;

    private String all(String text) {
        try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
            return Fixes.all(CheckedSource.alone(Path.of("Program.java"), text, List.of(classes)).orElseThrow());
        }
    }

    @Test
    void everySafeFixIsMade() throws Exception {
        String mended = all(PROGRAM);
        assertThat(LineChanges.of(PROGRAM, mended)).isEqualTo("""
                    + import static org.asyncjava.runtime.Coroutines.sleep;
                    + import java.time.Duration;
                    + import java.util.concurrent.CancellationException;
                    -         Thread.sleep(1);
                    -         log.append(name.get()).append(name.join());
                    +         await(sleep(Duration.ofMillis(1)));
                    +         log.append(await(name)).append(await(name));
                    -             return fails();
                    +             return Coroutine.of(await(fails()));
                    +         } catch (CancellationException cancelled) {
                    +             throw cancelled;
                    -         return null;
                    +         return Coroutine.of(null);
                """.indent(4).replaceAll("(?m)^    ", ""));
        assertThat(TriedProgram.ofText(directory, PROGRAM)).isEqualTo("[AJ103, AJ111, AJ106] IllegalArgumentException");
        assertThat(TriedProgram.ofText(directory, mended)).isEqualTo("[] name name caughtnull");
    }

    @Test
    void sleepsOfAMethodThatMayBeInterruptedAreAwaited() {
        String text = """
                import static org.asyncjava.Await.await;
                import static java.util.concurrent.TimeUnit.MILLISECONDS;
                import java.util.concurrent.TimeUnit;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.Coroutine;
                class Program {
                    @Async
                    Coroutine<Void> late(int times) throws InterruptedException {
                        for (int i = 0; i < times; i++) {
                            Thread.sleep(1);
                        }
                        TimeUnit.SECONDS.sleep(times);
                        MILLISECONDS.sleep(times);
                        await(Coroutine.done());
                        return Coroutine.done();
                    }
                }
                """;
        assertThat(all(text)).contains(" await(sleep(Duration.ofMillis(1)));", " await(sleep(Duration.ofSeconds(times)));", " await(sleep(Duration.ofMillis(times)));");
    }

    @Test
    void whatIsMendedIsNotMendedAgain() {
        String mended = all(PROGRAM);
        assertThat(all(mended)).isEqualTo(mended);
    }

    @Test
    void whatNeedsALookIsLeft() {
        String text = """
                import static org.asyncjava.Await.await;
                class Program {
                    int name(java.util.concurrent.CompletableFuture<Integer> name) {
                        return await(name);
                    }
                }
                """;
        assertThat(all(text)).isEqualTo(text);
    }

    @Test
    void aReportThatIsOfAnotherSourceHasNoFixes() {
        CheckedSource source = CheckedSource.alone(Path.of("Program.java"), PROGRAM, List.of()).orElseThrow();
        Violation violation = source.violations().get(0);
        assertThat(Fixes.of(source, violation)).isNotEmpty();
        CheckedSource other = source.with("class Program { }").orElseThrow();
        assertThat(Fixes.of(other, violation)).isEmpty();
    }
}
