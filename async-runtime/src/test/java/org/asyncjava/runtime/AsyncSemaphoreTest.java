package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.VirtualTime.run;

import java.time.Duration;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** As CPython's {@code test_locks.SemaphoreTests}. */
class AsyncSemaphoreTest {
    private final Log log = new Log();

    @Test
    void aNegativeNumberOfPermitsIsRefused() {
        assertThatThrownBy(() -> new AsyncSemaphore(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Semaphore initial value must be >= 0: -1");
        assertThatThrownBy(() -> AsyncSemaphore.bounded(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void permitsAreTakenAsLongAsThereAreAny() {
        AsyncSemaphore semaphore = new AsyncSemaphore(2);
        assertThat(semaphore.tryAcquire()).isTrue();
        assertThat(semaphore).hasToString("<AsyncSemaphore unlocked, value:1>");
        assertThat(semaphore.tryAcquire()).isTrue();
        assertThat(semaphore.tryAcquire()).isFalse();
        assertThat(semaphore).hasToString("<AsyncSemaphore locked>");
    }

    @Test
    void anyCodeMayReleaseWhatNobodyHasAcquired() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        semaphore.release();
        semaphore.release();
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    @Test
    void aBoundedOneRefusesOneReleaseTooMany() {
        AsyncSemaphore semaphore = AsyncSemaphore.bounded(1);
        assertThat(semaphore.tryAcquire()).isTrue();
        semaphore.release();
        assertThatThrownBy(semaphore::release).isInstanceOf(IllegalStateException.class).hasMessage("Semaphore released too many times");
    }

    @Test
    void permitsGoToThoseWhoWaitInTheOrderInWhichTheyCame() { // test_acquire_fifo_order, HARD_CASES 72
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        run(coroutine(() -> {
            worker(semaphore, "a", 2);
            worker(semaphore, "b", 2);
            worker(semaphore, "c", 1);
            await(sleep(Duration.ofMillis(5)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a2", "b2", "c1", "a1", "b1");
    }

    @Test
    void aNewcomerWaitsWhileAPermitIsOnItsWayToAnother() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        run(coroutine(() -> {
            worker(semaphore, "first", 1);
            await(yieldNow());
            semaphore.release();
            semaphore.release();
            log.add(semaphore.tryAcquire() + " " + semaphore.isLocked());
            await(semaphore.acquire());
            return log.ending("newcomer");
        }));
        assertThat(log.entries()).containsExactly("false true", "first1", "newcomer");
    }

    @Test
    void manyReleasesWakeAsManyWaiters() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        run(coroutine(() -> {
            for (String name : new String[] {"a", "b", "c", "d"}) {
                createTask(coroutine(() -> {
                    await(semaphore.acquire());
                    return log.ending(name);
                }));
            }
            await(yieldNow());
            semaphore.release();
            semaphore.release();
            semaphore.release();
            await(yieldNow());
            log.add(semaphore.availablePermits());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a", "b", "c", 0);
    }

    @Test
    void aWaiterThatIsCancelledAfterItWasWokenPassesThePermitOn() { // HARD_CASES 68
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        run(coroutine(() -> {
            Task<Object> a = worker(semaphore, "a", 1);
            worker(semaphore, "b", 1);
            await(yieldNow());
            semaphore.release();
            a.cancel();
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("b1");
        assertThat(semaphore.availablePermits()).isEqualTo(1);
    }

    @Test
    void cancelledWaitersHoldNobodyUp() { // test_acquire_hang
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        run(coroutine(() -> {
            assertThat(semaphore.tryAcquire()).isTrue();
            Task<Object> a = worker(semaphore, "a", 1);
            worker(semaphore, "b", 1);
            await(yieldNow());
            a.cancel();
            await(yieldNow());
            semaphore.release();
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("b1");
        assertThat(semaphore.isLocked()).isFalse();
    }

    @Test
    void withGivesThePermitBack() {
        AsyncSemaphore semaphore = AsyncSemaphore.bounded(1);
        assertThat(run(semaphore.with(() -> Coroutine.of(semaphore.availablePermits())))).isZero();
        assertThat(semaphore.availablePermits()).isEqualTo(1);
    }

    private Task<Object> worker(AsyncSemaphore semaphore, String name, int times) {
        return createTask(work(semaphore, name, times));
    }

    @Async
    private Coroutine<Object> work(AsyncSemaphore semaphore, String name, int times) {
        await(semaphore.acquire());
        log.add(name + times);
        await(yieldNow());
        semaphore.release();
        return times == 1 ? Coroutine.of(null) : work(semaphore, name, times - 1);
    }
}
