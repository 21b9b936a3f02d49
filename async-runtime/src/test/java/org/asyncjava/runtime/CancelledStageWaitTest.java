package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.hot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits for a stage that lives on and keeps what was registered with it, since no stage can be asked to forget: almost nothing stays. */
class CancelledStageWaitTest {
    private static final int ROUNDS = 20_000;
    /** The stage's own record of a dependent and one small object of ours; the task or method with its exception takes several times that. */
    private static final int BYTES = 300;

    private final CompletableFuture<Object> source = new CompletableFuture<>();

    private CompletionStage<Object> stage(String kind) {
        return kind.equals("minimal") ? source.minimalCompletionStage() : ForeignStages.of(source.minimalCompletionStage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "foreign"})
    void ofTasks(String kind) {
        CompletionStage<Object> stage = stage(kind);
        try (TestLoop test = new TestLoop()) {
            long before = usedBytes();
            for (int i = 0; i < ROUNDS; i++) {
                Task<Object> task = test.start(coroutine(() -> Coroutine.of(await(stage))));
                test.runUntilIdle();
                task.cancel();
                test.runUntilIdle();
            }
            assertThat(usedBytes() - before).isLessThan(ROUNDS * BYTES);
        }
        source.complete("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "foreign"})
    void ofMethodsThatReturnAFuture(String kind) {
        CompletionStage<Object> stage = stage(kind);
        long before = usedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            hot(() -> stage).cancel(true);
        }
        assertThat(usedBytes() - before).isLessThan(ROUNDS * BYTES);
        source.complete("late");
    }

    /** After collections of the garbage. */
    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
