package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Programs.failureOf;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/** The text of what calls wait for tells how many do. */
class WaiterCountTest {
    private final TestLoop loop = new TestLoop();

    private void waiting(int count, Supplier<Coroutine<?>> operand) {
        for (int i = 0; i < count; i++) {
            loop.start(failureOf(operand.get()));
        }
        loop.runUntilIdle();
    }

    private void assertThatLeaving(Object object, String one, String none) {
        Collection<Task<?>> tasks = List.copyOf(loop.loop().tasks.living());
        tasks.iterator().next().cancel();
        assertThat(object).hasToString(one);
        tasks.forEach(Task::cancel);
        loop.runUntilIdle();
        assertThat(object).hasToString(none);
        loop.close();
    }

    @Test
    void ofALock() {
        AsyncLock lock = new AsyncLock();
        lock.tryAcquire();
        waiting(2, () -> lock.acquire());
        assertThat(lock).hasToString("<AsyncLock locked, waiters:2>");
        assertThatLeaving(lock, "<AsyncLock locked, waiters:1>", "<AsyncLock locked>");
    }

    @Test
    void ofASemaphore() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        waiting(2, () -> semaphore.acquire());
        assertThat(semaphore).hasToString("<AsyncSemaphore locked, waiters:2>");
        assertThatLeaving(semaphore, "<AsyncSemaphore locked, waiters:1>", "<AsyncSemaphore locked>");
    }

    @Test
    void ofAnEvent() {
        AsyncEvent event = new AsyncEvent();
        waiting(2, () -> event.whenSet());
        assertThat(event).hasToString("<AsyncEvent unset, waiters:2>");
        assertThatLeaving(event, "<AsyncEvent unset, waiters:1>", "<AsyncEvent unset>");
    }

    @Test
    void ofACondition() {
        AsyncCondition condition = new AsyncCondition();
        waiting(2, () -> condition.lock().with(condition::whenSignalled));
        assertThat(condition).hasToString("<AsyncCondition unlocked, waiters:2>");
        assertThatLeaving(condition, "<AsyncCondition unlocked, waiters:1>", "<AsyncCondition unlocked>");
    }

    @Test
    void ofABarrier() {
        AsyncBarrier barrier = new AsyncBarrier(3);
        waiting(2, () -> barrier.arrive());
        assertThat(barrier).hasToString("<AsyncBarrier filling, waiting:2/3>");
        barrier.abort();
        loop.runUntilIdle();
        loop.close();
    }

    @Test
    void ofAQueue() {
        AsyncQueue<Object> queue = new AsyncQueue<>();
        waiting(2, () -> queue.take());
        assertThat(queue).hasToString("<AsyncQueue open, items:0, unfinished:0, takers:2>");
        assertThatLeaving(queue, "<AsyncQueue open, items:0, unfinished:0, takers:1>", "<AsyncQueue open, items:0, unfinished:0>");
    }

    @Test
    void ofAFullQueue() {
        AsyncQueue<Object> queue = new AsyncQueue<>(1);
        queue.putNow("first");
        waiting(1, () -> queue.put("second"));
        waiting(1, () -> queue.join());
        assertThat(queue).hasToString("<AsyncQueue open, items:1/1, unfinished:1, putters:1, joiners:1>");
        assertThatLeaving(queue, "<AsyncQueue open, items:1/1, unfinished:1, joiners:1>", "<AsyncQueue open, items:1/1, unfinished:1>");
    }
}
