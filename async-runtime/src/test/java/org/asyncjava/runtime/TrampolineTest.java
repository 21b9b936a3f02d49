package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrampolineTest {
    private final List<Integer> depths = new ArrayList<>();

    @Test
    void nestsUpToTheLimitAndThenQueuesToTheOutermost() {
        Trampoline.run(() -> recurse(3 * Trampoline.MAX_DEPTH));

        assertThat(depths).hasSize(3 * Trampoline.MAX_DEPTH).startsWith(1, 2, 3).contains(Trampoline.MAX_DEPTH)
                .allMatch(depth -> depth <= Trampoline.MAX_DEPTH);
        assertThat(ThreadState.current().depth).isZero();
        assertThat(ThreadState.current().queue).isNull();
    }

    @Test
    void whatIsQueuedRunsInOrderBeforeTheOutermostReturns() {
        List<Integer> order = new ArrayList<>();
        ThreadState thread = ThreadState.current();
        Trampoline.run(() -> {
            for (int i = 0; i < 3; i++) {
                int number = i;
                Trampoline.queue(thread, () -> order.add(number));
            }
            assertThat(order).isEmpty();
        });

        assertThat(order).containsExactly(0, 1, 2);
    }

    @Test
    void whatAStepThrowsIsReportedAndTheOthersRun() {
        List<Object> seen = new ArrayList<>();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        IllegalStateException failure = new IllegalStateException();
        thread.setUncaughtExceptionHandler((where, thrown) -> seen.add(thrown));
        try {
            Trampoline.run(() -> {
                Trampoline.queue(ThreadState.current(), () -> seen.add("next"));
                throw failure;
            });
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }

        assertThat(seen).containsExactly(failure, "next");
        assertThat(ThreadState.current().depth).isZero();
    }

    private void recurse(int times) {
        depths.add(ThreadState.current().depth);
        if (times > 1) {
            Trampoline.run(() -> recurse(times - 1));
        }
    }
}
