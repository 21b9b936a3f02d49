package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A loop after it had far more tasks and timers than it has now. */
class BurstTest {
    private static final int MANY = 200_000;
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop();

    @Test
    void tasksKeepTheirNumbersAndOrderWhenTheTableShrinks() {
        List<Task<?>> staying = new ArrayList<>();
        List<Task<?>> ending = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            (i == 3 || i == 1000 ? staying : ending).add(loop.createTask(new Deferred<>(loop)));
        }
        test.runUntilIdle();
        ending.forEach(Task::cancel);
        test.runUntilIdle();
        assertThat(loop.tasks.living()).isEqualTo(staying);
        assertThat(staying).extracting(Task::name).containsExactly("Task-4", "Task-1001");

        for (int i = 0; i < 5000; i++) {
            staying.add(loop.createTask(new Deferred<>(loop)));
        }
        test.runUntilIdle();
        assertThat(loop.tasks.living()).isEqualTo(staying);
        assertThat(staying.get(5001).name()).isEqualTo("Task-" + (MANY + 5000));
        staying.forEach(Task::cancel);
        test.runUntilIdle();
        assertThat(loop.tasks.living()).isEmpty();
    }

    @Test
    void timersFireInOrderWhenTheHeapShrinks() {
        List<Integer> fired = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        List<TimerHandle> cancelled = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            TimerHandle handle = loop.callLater(Duration.ofNanos(i), () -> fired.add(number));
            if (i % 1000 == 0) {
                expected.add(number);
            } else {
                cancelled.add(handle);
            }
        }
        cancelled.forEach(Handle::cancel);
        loop.callLater(Duration.ofDays(1), () -> fired.add(MANY));
        test.advanceBy(Duration.ofSeconds(1));
        assertThat(fired).isEqualTo(expected);

        test.advanceBy(Duration.ofDays(1));
        assertThat(fired).hasSize(expected.size() + 1).endsWith(MANY);
    }

    @Test
    void callbacksRunInOrderWhenTheQueueShrinks() {
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            loop.callSoon(() -> {
                if (number % 10_000 == 9_999) {
                    loop.callSoon(() -> ran.add(number));
                }
            });
        }
        test.runUntilIdle();
        loop.callSoon(() -> ran.add(MANY));
        test.runUntilIdle();

        assertThat(ran).hasSize(MANY / 10_000 + 1).isSorted();
    }

    @Test
    void whatABurstHasTakenIsGivenBack() {
        long before = usedBytes();
        for (int i = 0; i < 500_000; i++) {
            loop.createTask(Coroutines.sleep(Duration.ofMillis(1)));
        }
        test.advanceBy(Duration.ofSeconds(1));
        assertThat(loop.tasks.living()).isEmpty();

        assertThat(usedBytes() - before).isLessThan(8_000_000);
    }

    /** After collections of the garbage. */
    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
