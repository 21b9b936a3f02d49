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
        run(named("main").then(v -> {
            worker(semaphore, "a", 2);
            worker(semaphore, "b", 2);
            worker(semaphore, "c", 1);
            return sleep(Duration.ofMillis(5));
        }));
        assertThat(log.entries()).containsExactly("a2", "b2", "c1", "a1", "b1");
    }

    @Test
    void aNewcomerWaitsWhileAPermitIsOnItsWayToAnother() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        run(named("main").then(v -> {
            worker(semaphore, "first", 1);
            return yieldNow();
        }).then(v -> {
            semaphore.release();
            semaphore.release();
            log.add(semaphore.tryAcquire() + " " + semaphore.isLocked());
            return semaphore.acquire();
        }).then(v -> log.ending("newcomer")));
        assertThat(log.entries()).containsExactly("false true", "first1", "newcomer");
    }

    @Test
    void manyReleasesWakeAsManyWaiters() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        run(named("main").then(v -> {
            for (String name : new String[] {"a", "b", "c", "d"}) {
                createTask(named(name).then(w -> semaphore.acquire()).then(w -> log.ending(name)));
            }
            return yieldNow();
        }).then(v -> {
            semaphore.release();
            semaphore.release();
            semaphore.release();
            return yieldNow();
        }).then(v -> {
            log.add(semaphore.availablePermits());
            return result(null);
        }));
        assertThat(log.entries()).containsExactly("a", "b", "c", 0);
    }

    @Test
    void aWaiterThatIsCancelledAfterItWasWokenPassesThePermitOn() { // HARD_CASES 68
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        run(named("main").then(v -> {
            Task<Object> a = worker(semaphore, "a", 1);
            worker(semaphore, "b", 1);
            return named("rest").then(w -> yieldNow()).then(w -> {
                semaphore.release();
                a.cancel();
                return sleep(Duration.ofMillis(1));
            });
        }));
        assertThat(log.entries()).containsExactly("b1");
        assertThat(semaphore.availablePermits()).isEqualTo(1);
    }

    @Test
    void cancelledWaitersHoldNobodyUp() { // test_acquire_hang
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        run(named("main").then(v -> {
            assertThat(semaphore.tryAcquire()).isTrue();
            Task<Object> a = worker(semaphore, "a", 1);
            worker(semaphore, "b", 1);
            return named("rest").then(w -> yieldNow()).then(w -> {
                a.cancel();
                return yieldNow();
            }).then(w -> {
                semaphore.release();
                return sleep(Duration.ofMillis(1));
            });
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

    private Coroutine<Object> work(AsyncSemaphore semaphore, String name, int times) {
        return Steps.<Object>named(name).then(v -> semaphore.acquire()).then(v -> {
            log.add(name + times);
            return yieldNow();
        }).then(v -> {
            semaphore.release();
            return times == 1 ? result(null) : work(semaphore, name, times - 1);
        });
    }
}
