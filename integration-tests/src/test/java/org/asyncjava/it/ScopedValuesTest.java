package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.ProgramLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/dispatchers.md} says of {@code ScopedValue}: bound for the extent of a call, and a method that suspends has returned. */
class ScopedValuesTest {
    private static final int FIRST_WITH_SCOPED_VALUES = 25;
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            import org.asyncjava.runtime.*;
            public class Scoped {
                static final ScopedValue<String> USER = ScopedValue.newInstance();
                static final CompletableFuture<String> SOURCE = new CompletableFuture<>();

                @Async static CompletableFuture<String> hot(CompletableFuture<String> source) {
                    String before = USER.orElse("unbound");
                    await(source);
                    return CompletableFuture.completedFuture(before + ", then " + USER.orElse("unbound"));
                }

                @Async static Coroutine<String> cold() {
                    String before = USER.orElse("unbound");
                    await(Coroutines.yieldNow());
                    return Coroutine.of(before + ", then " + USER.orElse("unbound"));
                }

                @Async static Coroutine<String> withTask() {
                    Task<String> task = ScopedValue.where(USER, "around createTask").call(() -> Coroutines.createTask(cold()));
                    return Coroutine.of(await(task));
                }

                public static CompletableFuture<String> suspends() {
                    CompletableFuture<String> result = ScopedValue.where(USER, "bound").call(() -> hot(SOURCE));
                    SOURCE.complete("");
                    return result;
                }

                public static CompletableFuture<String> doesNotSuspend() {
                    return ScopedValue.where(USER, "bound").call(() -> hot(CompletableFuture.completedFuture("")));
                }

                public static CompletableFuture<String> aroundRun() {
                    return CompletableFuture.completedFuture(ScopedValue.where(USER, "bound").call(() -> Coroutines.run(cold())));
                }

                public static CompletableFuture<String> aroundCreateTask() {
                    return CompletableFuture.completedFuture(Coroutines.run(withTask()));
                }
            }
            """;

    private Class<?> scoped;

    @BeforeEach
    void load() throws ClassNotFoundException {
        assumeTrue(Runtime.version().feature() >= FIRST_WITH_SCOPED_VALUES);
        scoped = ProgramLoader.of(Build.of(Map.of("Scoped.java", SOURCE), Dialect.of(FIRST_WITH_SCOPED_VALUES)).transformed()).loadClass("Scoped");
    }

    private Object result(String method) throws Exception {
        return ((java.util.concurrent.CompletableFuture<?>) scoped.getMethod(method).invoke(null)).get(60, TimeUnit.SECONDS);
    }

    @Test
    void aValueIsBoundUpToTheFirstSuspension() throws Exception {
        assertThat(result("suspends")).isEqualTo("bound, then unbound");
        assertThat(result("doesNotSuspend")).isEqualTo("bound, then bound");
    }

    @Test
    void aroundRunItIsBoundForAllThatTheLoopRuns() throws Exception {
        assertThat(result("aroundRun")).isEqualTo("bound, then bound");
    }

    @Test
    void aTaskDoesNotGetWhatIsBoundAroundItsCreation() throws Exception {
        assertThat(result("aroundCreateTask")).isEqualTo("unbound, then unbound");
    }
}
