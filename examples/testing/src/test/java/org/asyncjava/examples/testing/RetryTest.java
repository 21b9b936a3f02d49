package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.io.IOException;
import java.time.Duration;

import org.asyncjava.Async;
import org.asyncjava.Await;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** Code that waits for minutes, tested in no time. */
class RetryTest {
    private int calls;

    /** Tries again after one minute, after two, after four. */
    @Async
    private static <T> Coroutine<T> retrying(AsyncSupplier<T> call) throws Exception {
        Duration pause = Duration.ofMinutes(1);
        while (true) {
            try {
                return Coroutine.of(Await.await(call.get(), IOException.class));
            } catch (IOException failed) {
                await(sleep(pause));
                pause = pause.multipliedBy(2);
            }
        }
    }

    @Async
    private Coroutine<String> succeedsAtCall(int number) {
        return ++calls < number ? Coroutine.failed(new IOException("call " + calls)) : Coroutine.of("answer " + calls);
    }

    @AsyncTest
    void theFourthCallSucceedsAfterSevenMinutes(TestLoop test) throws Exception {
        assertThat(await(retrying(() -> succeedsAtCall(4)))).isEqualTo("answer 4");
        assertThat(test.elapsed()).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void timePassesStepByStep() throws Exception {
        try (TestLoop test = new TestLoop()) {
            Task<String> task = test.start(retrying(() -> succeedsAtCall(3)));
            test.runUntilIdle();
            assertThat(calls).isEqualTo(1);
            test.advanceBy(Duration.ofSeconds(59));
            assertThat(calls).isEqualTo(1);
            test.advanceBy(Duration.ofSeconds(1));
            assertThat(calls).isEqualTo(2);
            test.advanceBy(Duration.ofMinutes(2));
            assertThat(task.result()).isEqualTo("answer 3");
        }
    }
}
