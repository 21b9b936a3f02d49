package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

class TestLoopTest {
    private final Log log = new Log();

    @Test
    void anHourTakesNoTime() {
        TestLoop.virtualTime(() -> {
            long[] began = new long[1];
            run(named("main").then(v -> {
                began[0] = ThreadState.current().loop.time();
                return sleep(Duration.ofHours(1));
            }).then(v -> {
                log.add(Duration.ofNanos(ThreadState.current().loop.time() - began[0]));
                return result(null);
            }));
        });
        assertThat(log.entries()).containsExactly(Duration.ofHours(1));
    }

    @Test
    void sleepersWakeInTheOrderOfTheirTimes() {
        TestLoop.virtualTime(() -> log.add(run(named("main").then(v -> gather(sleeper("a", 3), sleeper("b", 1), sleeper("c", 3))))));
        assertThat(log.entries()).containsExactly("b", "a", "c", List.of("a", "b", "c"));
    }

    private Coroutine<String> sleeper(String name, int hours) {
        return Steps.<String>named("sleeper").then(v -> sleep(Duration.ofHours(hours))).then(v -> {
            log.add(name);
            return result(name);
        });
    }

    @Test
    void waitsInRealTimeForOtherThreads() {
        TestLoop.virtualTime(() -> log.add(run(named("main").then(v -> {
            Deferred<String> late = new Deferred<>();
            new Thread(() -> late.completeThreadsafe("late")).start();
            return late;
        }))));
        assertThat(log.entries()).containsExactly("late");
    }

    @Test
    void endsWithTheProgramAlsoIfThatFails() {
        assertThatThrownBy(() -> TestLoop.virtualTime(() -> {
            throw new IllegalStateException("program");
        })).hasMessage("program");
        long before = System.nanoTime();
        run(sleep(Duration.ofMillis(5)));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(5_000_000);
    }
}
