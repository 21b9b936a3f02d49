package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

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
    void setWakesAllWhoWaitAlsoIfItIsClearedAtOnce() { // test_clear_with_waiters
        run(coroutine(() -> {
            waiter("a");
            waiter("b");
            await(yieldNow());
            event.set();
            event.clear();
            waiter("late");
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a false", "b false");
    }

    @Test
    void hotMethodsWaitInTheSameQueue() {
        run(coroutine(() -> {
            waiter("task");
            await(yieldNow());
            HotScript.call((number, received) -> number == 0 ? HotScript.await(event.whenSet()) : log.ending("method"));
            waiter("second task");
            await(yieldNow());
            event.set();
            log.add("set");
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("set", "task true", "method", "second task true");
    }

    @Test
    void aCancelledWaiterLeavesTheOthersAlone() {
        run(coroutine(() -> {
            Task<Object> a = waiter("a");
            waiter("b");
            Throwable failure = await(failureOf(coroutine(() -> {
                await(yieldNow());
                a.cancel("no more");
                await(yieldNow());
                event.set();
                return Coroutine.of(await(a));
            })));
            return log.ending(failure.getMessage());
        }));
        assertThat(log.entries()).containsExactly("no more", "b true");
    }

    private Task<Object> waiter(String name) {
        return createTask(coroutine(() -> {
            await(event.whenSet());
            log.add(name + " " + event.isSet());
            return Coroutine.of(null);
        }));
    }
}
