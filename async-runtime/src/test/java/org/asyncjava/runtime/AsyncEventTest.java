package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** As CPython's {@code test_locks.EventTests}. */
class AsyncEventTest {
    private final Log log = new Log();
    private final AsyncEvent event = new AsyncEvent();

    @Test
    void oneThatIsSetIsNotWaitedForAlsoWithoutALoop() {
        event.set();
        assertThat(HotScript.call((number, received) -> number == 0 ? HotScript.await(event.whenSet()) : "on")).isCompletedWithValue("on");
        assertThat(event).hasToString("<AsyncEvent set>");
    }

    @Test
    void waitingOutsideALoopIsAnError() {
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(event.whenSet()) : received.get());
        assertThatThrownBy(result::join).hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop: waiting for an AsyncEvent works only inside");
    }

    @Test
    void setWakesAllWhoWaitAlsoIfItIsClearedAtOnce() { // test_clear_with_waiters
        run(named("main").then(v -> {
            waiter("a");
            waiter("b");
            return yieldNow();
        }).then(v -> {
            event.set();
            event.clear();
            waiter("late");
            return yieldNow();
        }).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("a false", "b false");
    }

    @Test
    void hotMethodsWaitInTheSameQueue() {
        run(named("main").then(v -> {
            waiter("task");
            return yieldNow();
        }).then(v -> {
            HotScript.call((number, received) -> number == 0 ? HotScript.await(event.whenSet()) : log.ending("method"));
            waiter("second task");
            return yieldNow();
        }).then(v -> {
            event.set();
            log.add("set");
            return yieldNow();
        }).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("set", "task true", "method", "second task true");
    }

    @Test
    void aCancelledWaiterLeavesTheOthersAlone() {
        run(named("main").then(v -> {
            Task<Object> a = waiter("a");
            waiter("b");
            return named("rest").then(w -> yieldNow()).then(w -> {
                a.cancel("no more");
                return yieldNow();
            }).then(w -> {
                event.set();
                return a;
            });
        }).handle((v, failure) -> log.ending(failure.getMessage())));
        assertThat(log.entries()).containsExactly("no more", "b true");
    }

    @Test
    void theLoopOfTheFirstWaiterIsTheOnlyOne() { // ambiguous_loops
        run(named("main").then(v -> {
            waiter("a");
            return yieldNow();
        }));
        assertThatThrownBy(() -> run(event.whenSet())).isInstanceOf(IllegalStateException.class)
                .hasMessage("this AsyncEvent is bound to a different event loop");
    }

    @Test
    void settingFromAnotherThreadWhileTheLoopRunsIsAnError() {
        run(named("main").then(v -> {
            waiter("a");
            return yieldNow();
        }).then(v -> {
            Deferred<Object> seen = new Deferred<>();
            new Thread(() -> {
                try {
                    event.set();
                } catch (IllegalStateException refused) {
                    seen.completeThreadsafe(refused.getMessage());
                }
            }).start();
            return seen;
        }).then(log::ending));
        assertThat(log.entries()).containsExactly("this AsyncEvent belongs to an event loop of another thread; use loop.callSoonThreadsafe(...)");
    }

    private Task<Object> waiter(String name) {
        return createTask(Steps.<Object>named(name).then(v -> event.whenSet()).then(v -> {
            log.add(name + " " + event.isSet());
            return result(null);
        }));
    }
}
