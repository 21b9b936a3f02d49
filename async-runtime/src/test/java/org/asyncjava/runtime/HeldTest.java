package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Locks and permits that are held as resources. */
class HeldTest {
    private final List<Object> log = new ArrayList<>();
    private final AsyncLock lock = new AsyncLock();
    private final AsyncSemaphore semaphore = AsyncSemaphore.bounded(2);

    @Async
    private Coroutine<String> guarded(String name) {
        try (var held = await(lock.hold())) {
            log.add(name + " in " + held);
            await(sleep(Duration.ofSeconds(1)));
            log.add(name + " out");
            return Coroutine.of(name);
        }
    }

    @Async
    private Coroutine<Void> permitted(RuntimeException failure) {
        try (var held = await(semaphore.hold())) {
            log.add("in " + semaphore.availablePermits());
            await(yieldNow());
            throw failure;
        }
    }

    @Test
    void aLockIsHeldWhileTheResourceIsOpen() {
        VirtualTime.run(coroutine(() -> Coroutine.of(await(Coroutines.gather(guarded("a"), guarded("b"))))));
        assertThat(log).containsExactly("a in <held>", "a out", "b in <held>", "b out");
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aPermitIsGivenBackHoweverTheBlockEnds() {
        IllegalStateException failure = new IllegalStateException("body");
        VirtualTime.run(coroutine(() -> {
            Task<Void> first = createTask(permitted(failure));
            Task<Void> second = createTask(permitted(failure));
            Task<Void> third = createTask(permitted(failure));
            for (Task<Void> task : List.of(first, second, third)) {
                assertThat(await(Programs.failureOf(task))).isSameAs(failure);
            }
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("in 1", "in 0", "in 1");
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    @Test
    void whatIsClosedTwiceReleasesOnce() {
        VirtualTime.run(coroutine(() -> {
            AsyncCloseable first = await(lock.hold());
            await(first.closeAsync());
            AsyncCloseable second = await(lock.hold());
            await(first.closeAsync());
            assertThat(first).hasToString("<released>");
            assertThat(lock.isLocked()).isTrue();
            await(second.closeAsync());
            return Coroutine.done();
        }));
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void codeThatIsNotAsyncClosesItAtOnce() {
        AsyncCloseable held = VirtualTime.run(lock.hold());
        held.close();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void nothingIsAcquiredBeforeItIsAwaited() {
        Coroutine<AsyncCloseable> holding = lock.hold();
        assertThat(lock.isLocked()).isFalse();
        VirtualTime.run(holding);
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void aLimitThatIsOverGivesTheLockBack() {
        VirtualTime.run(coroutine(() -> {
            AsyncCloseable held = await(lock.hold());
            assertThat(await(Programs.failureOf(waitFor(lock.hold(), Duration.ofSeconds(1))))).isInstanceOf(AsyncTimeoutException.class);
            await(held.closeAsync());
            assertThat(lock.isLocked()).isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void aRequestThatComesWhileTheLockIsOnItsWayPassesItOn() {
        VirtualTime.run(coroutine(() -> {
            AsyncCloseable held = await(lock.hold());
            Task<AsyncCloseable> cancelled = createTask(lock.hold());
            Task<String> next = createTask(guarded("next"));
            await(yieldNow());
            await(held.closeAsync());
            cancelled.cancel();
            assertThat(await(Programs.failureOf(cancelled))).isInstanceOf(CancellationException.class);
            assertThat(await(next)).isEqualTo("next");
            return Coroutine.done();
        }));
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void whereNoLoopRunsItIsHeldToo() {
        CompletableFuture<Boolean> locked = new Object() {
            @Async
            CompletableFuture<Boolean> hot() {
                try (var held = await(lock.hold())) {
                    return CompletableFuture.completedFuture(held != null && lock.isLocked());
                }
            }
        }.hot();
        assertThat(locked.join()).isTrue();
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aReleaseTooManyIsStillAnError() {
        AsyncCloseable held = VirtualTime.run(lock.hold());
        lock.release();
        assertThatThrownBy(held::close).isInstanceOf(IllegalStateException.class);
    }
}
