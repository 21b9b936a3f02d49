package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;
import static org.asyncjava.runtime.VirtualTime.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;

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
        assertThatThrownBy(HotScript.call((number, received) -> number == 0 ? HotScript.await(condition.whenSignalled()) : received.get())::join)
                .hasMessageContaining("no running event loop: waiting for an AsyncCondition");
        assertThat(condition.lock().isLocked()).isTrue();
    }

    @Test
    void signalWakesTheFirstOnesInOrderEachWithTheLock() { // HARD_CASES 72
        run(named("main").then(v -> {
            for (String name : new String[] {"a", "b", "c", "d"}) {
                waiter(name);
            }
            return yieldNow();
        }).then(v -> signalling(2)).then(v -> sleep(Duration.ofMillis(1))).then(v -> {
            log.add("all");
            return signalling(Integer.MAX_VALUE);
        }).then(v -> sleep(Duration.ofMillis(1))));
        assertThat(log.entries()).containsExactly("a true", "b true", "all", "c true", "d true");
        assertThat(condition.lock().isLocked()).isFalse();
    }

    @Test
    void aCancelledWaitTakesTheLockAgainBeforeItThrows() {
        run(named("main").then(v -> {
            Task<Object> a = waiter("a");
            return named("rest").then(w -> yieldNow()).then(w -> {
                a.cancel();
                return a;
            });
        }).handle((v, failure) -> result(null)));
        assertThat(log.entries()).containsExactly("a cancelled true");
        assertThat(condition.lock().isLocked()).isFalse();
    }

    @Test
    void aCancelledWaitWaitsForTheLockAlsoWhenItIsCancelledAgain() { // test_wait_cancel_contested
        run(named("main").then(v -> {
            Task<Object> a = waiter("a");
            return named("rest").then(w -> yieldNow()).then(w -> condition.lock().acquire()).then(w -> {
                a.cancel("first");
                return yieldNow();
            }).then(w -> {
                log.add(a.isDone());
                a.cancel("second");
                return yieldNow();
            }).then(w -> {
                log.add(a.isDone());
                condition.lock().release();
                return a;
            });
        }).handle((v, failure) -> log.ending(failure.getMessage())));
        assertThat(log.entries()).containsExactly(false, false, "a cancelled true", "second");
    }

    @Test
    void aSignalledWaitThatIsCancelledPassesTheSignalOn() { // test_wait_cancel_after_notify, as of CPython 3.13
        run(named("main").then(v -> {
            Task<Object> a = waiter("a");
            waiter("b");
            waiter("c");
            return named("rest").then(w -> yieldNow()).then(w -> signalling(1)).then(w -> {
                a.cancel();
                return sleep(Duration.ofMillis(1));
            });
        }));
        assertThat(log.entries()).containsExactly("a cancelled true", "b true", "c cancelled true");
    }

    @Test
    void aPredicateIsLookedAtNowAndAfterEachSignal() {
        int[] items = new int[1];
        run(named("main").then(v -> {
            createTask(condition.lock().with(() -> Steps.<Object>named("taker").then(w -> condition.whenSignalled(() -> {
                log.add("looks at " + items[0]);
                return items[0] > 1;
            })).then(w -> log.ending("taken"))));
            return yieldNow();
        }).then(v -> {
            items[0]++;
            return signalling(1);
        }).then(v -> yieldNow()).then(v -> {
            items[0]++;
            return signalling(1);
        }).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("looks at 0", "looks at 1", "looks at 2", "taken");
    }

    @Test
    void severalConditionsShareALock() {
        AsyncLock lock = new AsyncLock();
        AsyncCondition one = new AsyncCondition(lock);
        AsyncCondition other = new AsyncCondition(lock);
        run(named("main").then(v -> {
            createTask(lock.with(() -> Steps.<Object>named("waiter").then(w -> one.whenSignalled()).then(w -> log.ending("one"))));
            return yieldNow();
        }).then(v -> lock.with(() -> {
            other.signalAll();
            return Coroutine.done();
        })).then(v -> yieldNow()).then(v -> {
            log.add("other");
            return lock.with(() -> {
                one.signalAll();
                return Coroutine.done();
            });
        }).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("other", "one");
    }

    private Coroutine<Void> signalling(int count) {
        return condition.lock().with(() -> {
            condition.signal(count);
            return Coroutine.done();
        });
    }

    private Task<Object> waiter(String name) {
        return createTask(condition.lock().with(() -> Steps.<Object>named(name).then(v -> condition.whenSignalled()).handle((v, failure) -> {
            boolean locked = condition.lock().isLocked();
            log.add(name + (failure instanceof CancellationException ? " cancelled " : " ") + locked);
            if (failure != null) {
                throw failure;
            }
            return result(null);
        })));
    }
}
