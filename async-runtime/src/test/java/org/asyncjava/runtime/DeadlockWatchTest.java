package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Which loops that have nothing to do are told of, and of which nothing can be said. */
class DeadlockWatchTest {
    private final EventLoop loop = TestLoop.withVirtualTime();
    private final DeadlockWatch watch = new DeadlockWatch();
    private final List<String> told = new ArrayList<>();
    private final AsyncLock a = new AsyncLock();
    private final AsyncLock b = new AsyncLock();

    /** What is told when the loop has run as far as it can, without lines. */
    private List<String> toldOf(Coroutine<?>... tasks) {
        loop.setExceptionHandler((where, context) -> told.add(context.message().replaceAll("\\((\\w+\\.java):\\d+\\)", "($1)")));
        for (Coroutine<?> task : tasks) {
            loop.createTask(task);
        }
        loop.turns.runUntilIdle();
        watch.look(loop);
        loop.turns.runUntilIdle();
        return told;
    }

    @Async
    private static Coroutine<Void> holdBoth(AsyncLock one, AsyncLock other) {
        try (var first = await(one.hold())) {
            await(Coroutines.yieldNow());
            try (var second = await(other.hold())) {
                return Coroutine.done();
            }
        }
    }

    @Async
    private Coroutine<Void> holdBothTwice() {
        await(gather(holdBoth(a, b), holdBoth(b, a)));
        return Coroutine.done();
    }

    @Test
    void whoWaitForOneAnotherAreToldOfWithWhoeverWaitsForThem() {
        assertThat(toldOf(holdBothTwice(), sleepAnHour())).containsExactly("""
                deadlock: Task-3 -> Task-4 -> Task-3
                  Task-3 waits for <AsyncLock locked, waiters:1> at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                  Task-4 waits for <AsyncLock locked, waiters:1> at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)

                Task-1 waits for 2 tasks
                  at org.asyncjava.runtime.DeadlockWatchTest.holdBothTwice(DeadlockWatchTest.java)
                    Task-3 waits for <AsyncLock locked, waiters:1>, held by Task-4
                      at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                      at org.asyncjava.runtime.Held.after(Held.java)
                      at org.asyncjava.runtime.DeadlockWatchTest.holdBoth(DeadlockWatchTest.java)
                        Task-4 waits for <AsyncLock locked, waiters:1>, held by Task-3
                          at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                          at org.asyncjava.runtime.Held.after(Held.java)
                          at org.asyncjava.runtime.DeadlockWatchTest.holdBoth(DeadlockWatchTest.java)
                            Task-3, see above
                    Task-4, see above""");
    }

    @Test
    void eachCircleIsToldOfOnce() {
        toldOf(holdBoth(a, b), holdBoth(b, a));
        told.clear();
        AsyncLock c = new AsyncLock();
        AsyncLock d = new AsyncLock();

        assertThat(toldOf()).isEmpty();
        assertThat(toldOf(holdBoth(c, d), holdBoth(d, c))).singleElement().asString().startsWith("deadlock: Task-3 -> Task-4 -> Task-3\n").doesNotContain("Task-1");
    }

    @Async
    private static Coroutine<Void> sleepAnHour() {
        await(sleep(Duration.ofHours(1)));
        return Coroutine.done();
    }

    @Test
    void whoeverMayStillGiveUpOneOfThemIsWaitedFor() {
        List<Coroutine<?>> notYet = List.of(
                Coroutines.withTimeout(Duration.ofHours(1), limit -> holdBothTwice()),
                Coroutines.waitFor(holdBothTwice(), Duration.ofHours(1)),
                Coroutines.race(List.of(holdBothTwice(), sleepAnHour())),
                TaskGroup.open(group -> {
                    group.createTask(holdBothTwice());
                    group.createTask(sleepAnHour());
                    return Coroutine.done();
                }));

        assertThat(toldOf(notYet.toArray(Coroutine<?>[]::new))).isEmpty();
    }

    @Async
    private static Coroutine<Void> waitForAnotherPermit(AsyncSemaphore permits) {
        await(permits.acquire());
        await(createTask(permits.acquire()));
        return Coroutine.done();
    }

    @Async
    private static <T> Coroutine<T> awaitIt(Deferred<T> answer) {
        return Coroutine.of(await(answer));
    }

    /** Another thread, or whoever has the semaphore, may do what they wait for. */
    @Test
    void ofWhatSomebodyUnknownMayEndNothingIsTold() {
        assertThat(toldOf(waitForAnotherPermit(new AsyncSemaphore(1)), awaitIt(new Deferred<>(loop)), new AsyncEvent().whenSet())).isEmpty();
    }

    @Async
    private static Coroutine<Void> holdTwice(AsyncSemaphore permits) {
        try (var first = await(permits.hold())) {
            await(Coroutines.yieldNow());
            try (var second = await(permits.hold())) {
                return Coroutine.done();
            }
        }
    }

    @Async
    private static Coroutine<Void> holdAnHour(AsyncSemaphore permits) {
        try (var held = await(permits.hold())) {
            await(sleep(Duration.ofHours(1)));
        }
        return Coroutine.done();
    }

    @Test
    void oneOfSeveralHoldersOfPermitsIsEnoughToGoOn() {
        AsyncSemaphore permits = AsyncSemaphore.bounded(2);

        assertThat(toldOf(holdAnHour(permits), holdTwice(permits))).isEmpty();
    }

    @Test
    void allPermitsOfABoundedSemaphoreMayBeHeldByThoseWhoWaitForMore() {
        AsyncSemaphore permits = AsyncSemaphore.bounded(2);

        assertThat(toldOf(holdTwice(permits), holdTwice(permits))).singleElement().asString().startsWith("deadlock: Task-1 -> Task-1\n");
    }

    @Async
    private static Coroutine<Void> awaitFirst(List<Task<?>> tasks) {
        await(Coroutines.yieldNow());
        await(tasks.get(0));
        return Coroutine.done();
    }

    @Test
    void theWayMayLeadThroughAnotherLoop() {
        EventLoop strand = EventLoop.on(Runnable::run);
        List<Task<?>> tasks = new ArrayList<>();
        tasks.add(loop.createTask(strand.call(() -> loop.call(() -> awaitFirst(tasks)))));

        assertThat(toldOf()).singleElement().asString().startsWith("deadlock: Task-1 -> Task-1 -> Task-2 -> Task-1\n");
    }
}
