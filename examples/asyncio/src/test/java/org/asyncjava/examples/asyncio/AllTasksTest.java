package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.allTasks;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.util.List;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

class AllTasksTest {
    private final Actors actors = new Actors();

    @Test
    void allTasksAreThoseThatHaveNotEnded() {
        Virtual.run(() -> {
            Task<String> a = createTask(actors.ok("a", 10));
            createTask(actors.ok("b", 5));
            Task<?> self = currentTask().orElseThrow();
            await(sleep(millis(7)));
            assertThat(allTasks()).isEqualTo(List.of(self, a));
            return Coroutine.done();
        });
        assertThatThrownBy(() -> allTasks()).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("no running event loop: allTasks");
    }
}
