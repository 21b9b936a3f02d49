package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.asyncjava.runtime.AsCompleted;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.LoopFuture;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

class AsCompletedTest {
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;

    @Test
    void resultsAndFailuresComeInTheOrderOfTheEnds() {
        Virtual.run(() -> {
            for (Coroutine<String> next : asCompleted(List.of(actors.ok("a", 30), actors.ok("b", 10), actors.bad("c", 20)))) {
                try {
                    log.add(await(next) + " seen");
                } catch (IllegalArgumentException e) {
                    log.add(e.getMessage() + " failed");
                }
            }
            return Coroutine.done();
        });
        assertThat(log).containsExactly("b", "b seen", "c failed", "a", "a seen");
    }

    @Test
    void whatHasNotEndedInTimeFailsWithoutBeingCancelled() {
        Virtual.run(() -> {
            List<Task<String>> tasks = List.of(createTask(actors.ok("slow", 1000)), createTask(actors.ok("quick", 10)));
            for (Coroutine<String> next : asCompleted(tasks, millis(30))) {
                try {
                    log.add(await(next));
                } catch (AsyncTimeoutException e) {
                    log.add("timeout");
                }
            }
            log.add(tasks.get(0).cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("quick", "quick", "timeout", 0, "slow cancelled");
    }

    @Test
    void aLimitThatIsNotNeededIsTakenBack() {
        Virtual.run(() -> {
            for (Coroutine<String> next : asCompleted(List.of(actors.ok("a", 10)), millis(500))) {
                log.add(await(next));
            }
            for (Coroutine<String> next : asCompleted(List.<Coroutine<String>>of(), millis(500))) {
                log.add(await(next));
            }
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a", "a");
    }

    @Test
    void anOperandThatIsNamedTwiceComesOnce() {
        Virtual.run(() -> {
            Coroutine<String> same = actors.ok("same", 0);
            List<Coroutine<String>> all = new ArrayList<>();
            asCompleted(List.of(same, same)).forEach(all::add);
            log.add(all.size());
            log.add(await(all.get(0)));
            return Coroutine.done();
        });
        assertThat(log).containsExactly(1, "same", "same");
    }

    @Test
    void awaitedInAnotherOrderTheFirstToWaitGetsTheFirstToEnd() {
        Virtual.run(() -> {
            List<Coroutine<String>> all = new ArrayList<>();
            asCompleted(List.of(actors.ok("1", 10), actors.ok("2", 20))).forEach(all::add);
            log.add("second " + await(all.get(1)));
            log.add("first " + await(all.get(0)));
            List<Coroutine<String>> others = new ArrayList<>();
            asCompleted(List.of(actors.ok("3", 20), actors.ok("4", 10))).forEach(others::add);
            log.add(await(gather(others)));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("1", "second 1", "2", "first 2", "4", "3", List.of("4", "3"));
    }

    /** As of CPython 3.13. */
    @Test
    void tellsTheTasksThemselves() {
        Virtual.run(() -> {
            Task<String> slow = createTask(actors.ok("slow", 20));
            Task<String> failing = createTask(actors.bad("failing", 10));
            List<LoopFuture<String>> order = new ArrayList<>();
            for (Coroutine<LoopFuture<String>> next : asCompleted(List.of(slow, failing)).futures()) {
                order.add(await(next));
            }
            assertThat(order).isEqualTo(List.of(failing, slow));
            assertThat(failing.exception()).hasMessage("failing");
            return Coroutine.done();
        });
    }

    @Test
    void aLoopThatWasLeftIsResumedByAnother() {
        Virtual.run(() -> {
            AsCompleted<String> ends = asCompleted(List.of(actors.ok("a", 10), actors.ok("b", 20)));
            for (Coroutine<String> next : ends) {
                log.add("first loop " + await(next));
                break;
            }
            for (Coroutine<String> next : ends) {
                log.add("second loop " + await(next));
            }
            Iterator<Coroutine<String>> none = ends.iterator();
            assertThat(none.hasNext()).isFalse();
            assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a", "first loop a", "b", "second loop b");
    }
}
