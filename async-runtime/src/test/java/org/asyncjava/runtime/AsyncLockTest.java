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
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

/** As CPython's {@code test_locks.LockTests}. */
class AsyncLockTest {
    private final Log log = new Log();
    private final AsyncLock lock = new AsyncLock();

    @Test
    void aFreeLockIsTakenAtOnceAlsoWithoutALoop() {
        assertThat(HotScript.call((number, received) -> number == 0 ? HotScript.await(lock.acquire()) : lock.isLocked())).isCompletedWithValue(true);
        assertThat(lock).hasToString("<AsyncLock locked>");
        assertThat(lock.tryAcquire()).isFalse();
        lock.release();
        assertThat(lock).hasToString("<AsyncLock unlocked>");
        assertThat(lock.tryAcquire()).isTrue();
    }

    @Test
    void releasingAFreeLockIsAnError() {
        assertThatThrownBy(lock::release).isInstanceOf(IllegalStateException.class).hasMessage("Lock is not acquired.");
    }

    @Test
    void waitersGetTheLockInTheOrderInWhichTheyCame() { // HARD_CASES 72
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            holder("a");
            holder("b");
            holder("c");
            return yieldNow();
        }).then(v -> {
            lock.release();
            return sleep(Duration.ofMillis(1));
        }));
        assertThat(log.entries()).containsExactly("a", "a out", "b", "b out", "c", "c out");
    }

    @Test
    void aNewcomerDoesNotOvertakeOneThatIsOnItsWay() {
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            holder("first");
            return yieldNow();
        }).then(v -> {
            lock.release();
            log.add(lock.isLocked() + " " + lock.tryAcquire());
            return named("newcomer").then(w -> lock.acquire()).then(w -> result(null));
        }).then(v -> {
            log.add("newcomer");
            return result(null);
        }));
        assertThat(log.entries()).containsExactly("false false", "first", "first out", "newcomer");
    }

    @Test
    void releasedTwiceBeforeTheWaiterGoesOnIsAnError() {
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            holder("a");
            return yieldNow();
        }).then(v -> {
            lock.release();
            assertThatThrownBy(lock::release).isInstanceOf(IllegalStateException.class).hasMessage("Lock is not acquired.");
            return sleep(Duration.ofMillis(1));
        }));
        assertThat(log.entries()).containsExactly("a", "a out");
    }

    @Test
    void aCancelledWaiterIsSkipped() {
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> a = holder("a");
            holder("b");
            return named("rest").then(w -> yieldNow()).then(w -> {
                a.cancel();
                lock.release();
                return sleep(Duration.ofMillis(1));
            });
        }));
        assertThat(log.entries()).containsExactly("b", "b out");
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aWaiterThatIsCancelledAfterItWasWokenLetsTheNextOneGo() { // test_cancel_race, HARD_CASES 68
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> a = holder("a");
            holder("b");
            return named("rest").then(w -> yieldNow()).then(w -> {
                lock.release();
                a.cancel();
                return sleep(Duration.ofMillis(1));
            }).then(w -> {
                log.add(a.isCancelled());
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly("b", "b out", true);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void whenTheOnlyWaiterIsCancelledTheLockIsFreeAgain() { // test_finished_waiter_cancelled
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> a = holder("a");
            return named("rest").then(w -> yieldNow()).then(w -> {
                a.cancel();
                return yieldNow();
            }).then(w -> {
                lock.release();
                return result(lock.tryAcquire());
            });
        }).then(got -> log.ending(got)));
        assertThat(log.entries()).containsExactly(true);
    }

    @Test
    void withReleasesHoweverTheWorkEnds() {
        IllegalArgumentException failure = new IllegalArgumentException();
        assertThat(run(lock.with(() -> Coroutine.of(lock.isLocked())))).isTrue();
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(() -> run(lock.with(() -> Coroutine.failed(failure)))).isSameAs(failure);
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(() -> run(lock.with(() -> {
            throw failure;
        }))).isSameAs(failure);
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(() -> run(lock.with(() -> null))).isInstanceOf(NullPointerException.class).hasMessageContaining("returned null");
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void withReleasesWhenTheWorkIsCancelled() {
        run(named("main").then(v -> {
            Task<Object> task = createTask(lock.with(() -> Steps.<Object>named("work").then(w -> sleep(Duration.ofDays(1)))));
            return named("rest").then(w -> yieldNow()).then(w -> {
                log.add(lock.isLocked());
                task.cancel();
                return task;
            });
        }).handle((v, failure) -> log.ending(failure.getClass())));
        assertThat(log.entries()).containsExactly(true, CancellationException.class);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void withNeitherRunsNorReleasesWhatIsCancelledWhileItWaits() {
        run(named("main").then(v -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> task = createTask(lock.with(() -> Steps.<Object>named("work").then(w -> log.ending("work"))));
            return named("rest").then(w -> yieldNow()).then(w -> {
                task.cancel();
                return task;
            });
        }).handle((v, failure) -> result(null)));
        assertThat(log.entries()).isEqualTo(List.of());
        assertThat(lock.isLocked()).isTrue();
    }

    private Task<Object> holder(String name) {
        return createTask(Steps.<Object>named(name).then(v -> lock.acquire()).then(v -> {
            log.add(name);
            return yieldNow();
        }).then(v -> {
            log.add(name + " out");
            lock.release();
            return result(name);
        }));
    }
}
