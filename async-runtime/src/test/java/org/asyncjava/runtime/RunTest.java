package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RunTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void returnsTheCoroutinesResult() {
        assertThat(run(Coroutine.of(42))).isEqualTo(42);
        assertThat(Coroutines.<String>run(Steps.<String>named("main").then(v -> yieldNow()).then(v -> result("done")))).isEqualTo("done");
    }

    @Test
    void throwsTheOriginalCheckedFailure() {
        IOException failure = new IOException("disk");
        assertThatThrownBy(() -> run(named("main").then(v -> yieldNow()).then(v -> {
            throw failure;
        }), IOException.class)).isSameAs(failure);
    }

    @Test
    void gathersInTheOrderOfTheOperandsWhateverEndsFirst() {
        TestLoop.virtualTime(() -> {
            Object main = run(Steps.<List<String>>named("main").then(v -> gather(sleeper("a", 3), sleeper("b", 1), sleeper("c", 2)))
                    .then(Steps::result));
            assertThat(main).isEqualTo(List.of("a", "b", "c"));
            assertThat(log).containsExactly("b", "c", "a");
        });
    }

    @Test
    void refusesToRunInsideARunningLoop() { // HARD_CASES 74
        assertThatThrownBy(() -> run(named("main").then(v -> result(run(Coroutine.of(1))))))
                .isInstanceOf(IllegalStateException.class).hasMessage("run() cannot be called from a running event loop");
    }

    private Coroutine<String> sleeper(String name, int seconds) {
        return Steps.<String>named("sleeper").then(v -> sleep(Duration.ofSeconds(seconds))).then(v -> {
            log.add(name);
            return result(name);
        });
    }
}
