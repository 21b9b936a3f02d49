package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
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
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            holder("a");
            holder("b");
            holder("c");
            await(yieldNow());
            lock.release();
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a", "a out", "b", "b out", "c", "c out");
    }

    @Test
    void aNewcomerDoesNotOvertakeOneThatIsOnItsWay() {
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            holder("first");
            await(yieldNow());
            lock.release();
            log.add(lock.isLocked() + " " + lock.tryAcquire());
            await(coroutine(() -> {
                await(lock.acquire());
                return Coroutine.of(null);
            }));
            log.add("newcomer");
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("false false", "first", "first out", "newcomer");
    }

    @Test
    void releasedTwiceBeforeTheWaiterGoesOnIsAnError() {
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            holder("a");
            await(yieldNow());
            lock.release();
            assertThatThrownBy(lock::release).isInstanceOf(IllegalStateException.class).hasMessage("Lock is not acquired.");
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a", "a out");
    }

    @Test
    void aCancelledWaiterIsSkipped() {
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> a = holder("a");
            holder("b");
            await(yieldNow());
            a.cancel();
            lock.release();
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("b", "b out");
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aWaiterThatIsCancelledAfterItWasWokenLetsTheNextOneGo() { // test_cancel_race, HARD_CASES 68
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> a = holder("a");
            holder("b");
            await(yieldNow());
            lock.release();
            a.cancel();
            await(sleep(Duration.ofMillis(1)));
            log.add(a.isCancelled());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("b", "b out", true);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void whenTheOnlyWaiterIsCancelledTheLockIsFreeAgain() { // test_finished_waiter_cancelled
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> a = holder("a");
            var got = await(coroutine(() -> {
                await(yieldNow());
                a.cancel();
                await(yieldNow());
                lock.release();
                return Coroutine.of(lock.tryAcquire());
            }));
            return log.ending(got);
        }));
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
        run(coroutine(() -> {
            Task<Object> task = createTask(lock.with(() -> coroutine(() -> {
                await(sleep(Duration.ofDays(1)));
                return Coroutine.of(null);
            })));
            Throwable failure = await(failureOf(coroutine(() -> {
                await(yieldNow());
                log.add(lock.isLocked());
                task.cancel();
                return Coroutine.of(await(task));
            })));
            return log.ending(failure.getClass());
        }));
        assertThat(log.entries()).containsExactly(true, CancellationException.class);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void withNeitherRunsNorReleasesWhatIsCancelledWhileItWaits() {
        run(coroutine(() -> {
            assertThat(lock.tryAcquire()).isTrue();
            Task<Object> task = createTask(lock.with(() -> coroutine(() -> log.ending("work"))));
            await(failureOf(coroutine(() -> {
                await(yieldNow());
                task.cancel();
                return Coroutine.of(await(task));
            })));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).isEqualTo(List.of());
        assertThat(lock.isLocked()).isTrue();
    }

    private Task<Object> holder(String name) {
        return createTask(coroutine(() -> {
            await(lock.acquire());
            log.add(name);
            await(yieldNow());
            log.add(name + " out");
            lock.release();
            return Coroutine.of(name);
        }));
    }
}
