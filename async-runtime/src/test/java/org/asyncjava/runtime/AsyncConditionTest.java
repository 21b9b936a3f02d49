package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;
import static org.asyncjava.runtime.VirtualTime.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

/** As CPython's {@code test_locks.ConditionTests}. */
class AsyncConditionTest {
    private final Log log = new Log();
    private final AsyncCondition condition = new AsyncCondition();

    @Test
    void waitingAndSignallingNeedTheLock() {
        assertThatThrownBy(() -> run(condition.whenSignalled())).isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot wait on an un-acquired lock");
        assertThatThrownBy(condition::signal).isInstanceOf(IllegalStateException.class).hasMessage("cannot signal on an un-acquired lock");
        assertThatThrownBy(condition::signalAll).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void waitingOutsideALoopIsAnErrorAndKeepsTheLock() {
        condition.lock().tryAcquire();
        assertThatThrownBy(hot(() -> condition.whenSignalled())::join)
                .hasMessageContaining("no running event loop: waiting for an AsyncCondition");
        assertThat(condition.lock().isLocked()).isTrue();
    }

    @Test
    void signalWakesTheFirstOnesInOrderEachWithTheLock() { // HARD_CASES 72
        run(coroutine(() -> {
            for (String name : new String[] {"a", "b", "c", "d"}) {
                waiter(name);
            }
            await(yieldNow());
            await(signalling(2));
            await(sleep(Duration.ofMillis(1)));
            log.add("all");
            await(signalling(Integer.MAX_VALUE));
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a true", "b true", "all", "c true", "d true");
        assertThat(condition.lock().isLocked()).isFalse();
    }

    @Test
    void aCancelledWaitTakesTheLockAgainBeforeItThrows() {
        run(coroutine(() -> {
            Task<Object> a = waiter("a");
            await(failureOf(coroutine(() -> {
                await(yieldNow());
                a.cancel();
                return Coroutine.of(await(a));
            })));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a cancelled true");
        assertThat(condition.lock().isLocked()).isFalse();
    }

    @Test
    void aCancelledWaitWaitsForTheLockAlsoWhenItIsCancelledAgain() { // test_wait_cancel_contested
        run(coroutine(() -> {
            Task<Object> a = waiter("a");
            Throwable failure = await(failureOf(coroutine(() -> {
                await(yieldNow());
                await(condition.lock().acquire());
                a.cancel("first");
                await(yieldNow());
                log.add(a.isDone());
                a.cancel("second");
                await(yieldNow());
                log.add(a.isDone());
                condition.lock().release();
                return Coroutine.of(await(a));
            })));
            return log.ending(failure.getMessage());
        }));
        assertThat(log.entries()).containsExactly(false, false, "a cancelled true", "second");
    }

    @Test
    void aSignalledWaitThatIsCancelledPassesTheSignalOn() { // test_wait_cancel_after_notify, as of CPython 3.13
        run(coroutine(() -> {
            Task<Object> a = waiter("a");
            waiter("b");
            waiter("c");
            await(yieldNow());
            await(signalling(1));
            a.cancel();
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a cancelled true", "b true", "c cancelled true");
    }

    @Test
    void aPredicateIsLookedAtNowAndAfterEachSignal() {
        int[] items = new int[1];
        run(coroutine(() -> {
            createTask(condition.lock().with(() -> coroutine(() -> {
                await(condition.whenSignalled(() -> {
                    log.add("looks at " + items[0]);
                    return items[0] > 1;
                }));
                return log.ending("taken");
            })));
            await(yieldNow());
            items[0]++;
            await(signalling(1));
            await(yieldNow());
            items[0]++;
            await(signalling(1));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("looks at 0", "looks at 1", "looks at 2", "taken");
    }

    @Test
    void severalConditionsShareALock() {
        AsyncLock lock = new AsyncLock();
        AsyncCondition one = new AsyncCondition(lock);
        AsyncCondition other = new AsyncCondition(lock);
        run(coroutine(() -> {
            createTask(lock.with(() -> coroutine(() -> {
                await(one.whenSignalled());
                return log.ending("one");
            })));
            await(yieldNow());
            await(lock.with(() -> {
                        other.signalAll();
                        return Coroutine.done();
                    }));
            await(yieldNow());
            log.add("other");
            await(lock.with(() -> {
                one.signalAll();
                return Coroutine.done();
            }));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("other", "one");
    }

    @Test
    void whenNobodyWaitsAnyMoreAnotherLoopMayUseIt() {
        try (EventLoop first = new EventLoop(); EventLoop second = new EventLoop()) {
            for (EventLoop loop : new EventLoop[] {first, second}) {
                loop.runUntilComplete(coroutine(() -> {
                    waiter("a");
                    Task<Object> b = waiter("b");
                    await(yieldNow());
                    await(signalling(1));
                    b.cancel();
                    await(yieldNow());
                    await(yieldNow());
                    return Coroutine.done();
                }));
            }
        }
        assertThat(log.entries()).containsExactly("a true", "b cancelled true", "a true", "b cancelled true");
    }

    /** Also if those who wait have been signalled and only want the lock. */
    @Test
    void asLongAsSomebodyWaitsAnotherLoopIsRefused() {
        try (EventLoop loop = new EventLoop()) {
            loop.createTask(coroutine(() -> {
                waiter("a");
                await(yieldNow());
                await(condition.lock().acquire());
                condition.signal();
                Coroutines.currentLoop().stop();
                return Coroutine.done();
            }));
            loop.runForever();
            assertThat(condition).hasToString("<AsyncCondition locked>");
            assertThatThrownBy(() -> run(condition.whenSignalled())).isInstanceOf(IllegalStateException.class)
                    .hasMessage("this AsyncCondition is bound to a different event loop as long as somebody waits for it there");
            assertThat(condition.lock().isLocked()).isTrue();
            condition.lock().release();
            loop.callSoon(() -> loop.callSoon(loop::stop));
            loop.runForever();
            assertThat(log.entries()).containsExactly("a true");
        }
    }

    /** Its lock may be held anywhere. */
    @Test
    void signallingFromAnotherThreadWhileSomebodyWaitsIsAnErrorAndKeepsTheLock() throws Exception {
        FutureTask<Boolean> signal = new FutureTask<>(() -> {
            condition.lock().tryAcquire();
            try {
                condition.signal();
                return true;
            } finally {
                condition.lock().release();
            }
        });
        run(coroutine(() -> {
            Task<Object> waiting = waiter("a");
            await(yieldNow());
            Thread other = new Thread(signal);
            other.start();
            other.join();
            waiting.cancel();
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThatThrownBy(signal::get).hasCauseInstanceOf(IllegalStateException.class).hasMessageContaining(
                "this AsyncCondition belongs to an event loop of another thread as long as somebody waits for it; use loop.callSoonThreadsafe(...)");
        assertThat(log.entries()).containsExactly("a cancelled true");
        assertThat(condition.lock().isLocked()).isFalse();
    }

    @Test
    void aTaskOfALoopThatIsClosedCannotWaitAgainAndKeepsTheLock() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((where, context) -> { });
        loop.createTask(coroutine(() -> {
            await(condition.lock().acquire());
            try {
                await(sleep(Duration.ofDays(1)));
            } finally {
                log.add(await(failureOf(condition.whenSignalled())).getMessage());
                log.add(condition.lock().isLocked());
            }
            return Coroutine.done();
        }));
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.close();
        assertThat(log.entries()).containsExactly("Event loop is closed", true);
        condition.lock().release();
        run(coroutine(() -> {
            waiter("a");
            await(yieldNow());
            await(signalling(1));
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("Event loop is closed", true, "a true");
    }

    private Coroutine<Void> signalling(int count) {
        return condition.lock().with(() -> {
            condition.signal(count);
            return Coroutine.done();
        });
    }

    private Task<Object> waiter(String name) {
        return createTask(condition.lock().with(() -> coroutine(() -> {
            Throwable failure = await(failureOf(condition.whenSignalled()));
            boolean locked = condition.lock().isLocked();
            log.add(name + (failure instanceof CancellationException ? " cancelled " : " ") + locked);
            if (failure != null) {
                throw Sneaky.rethrow(failure);
            }
            return Coroutine.of(null);
        })));
    }
}
