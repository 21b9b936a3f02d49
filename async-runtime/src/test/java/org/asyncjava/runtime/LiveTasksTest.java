package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The table of tasks against a plain list, and what it does to their names. */
class LiveTasksTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop();
    private final Random random = new Random(1);

    private Task<Object> sleeper() {
        return loop.createTask(new Deferred<>(loop));
    }

    @Test
    void listsTheLivingOldestFirstHoweverTheOthersEnded() {
        List<Task<?>> expected = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                expected.add(sleeper());
            }
            for (int i = random.nextInt(10); i > 0 && !expected.isEmpty(); i--) {
                expected.remove(random.nextInt(expected.size())).cancel();
            }
            test.runUntilIdle();
            assertThat(loop.tasks.living()).as("round %d", round).isEqualTo(expected);
        }
        assertThat(expected).as("enough for the table to grow").hasSizeGreaterThan(128);
        expected.forEach(Task::cancel);
        test.runUntilIdle();
        assertThat(loop.tasks.living()).isEmpty();
    }

    @Test
    void aTaskKeepsItsNumberWhenItsPlaceIsTakenByAnother() {
        Task<?> first = sleeper();
        Task<?> second = sleeper();
        first.cancel();
        test.runUntilIdle();
        Task<?> third = sleeper();
        assertThat(List.of(first.name(), second.name(), third.name())).containsExactly("Task-1", "Task-2", "Task-3");
        second.cancel();
        third.setName("third");
        test.runUntilIdle();
        assertThat(List.of(first.name(), second.name(), third.name())).containsExactly("Task-1", "Task-2", "third");
    }
}
