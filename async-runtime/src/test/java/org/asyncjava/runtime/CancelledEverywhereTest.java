package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.firstSuccess;
import static org.asyncjava.runtime.Coroutines.forEachConcurrently;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.mapConcurrently;
import static org.asyncjava.runtime.Coroutines.on;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/**
 * Whoever waits for what others want too may be cancelled at any moment, in any order: nothing is lost, and the others go on. {@code -Dasync.schedules} says how
 * many orders that are.
 */
class CancelledEverywhereTest {
    private static final int SCHEDULES = Integer.getInteger("async.schedules", 100);
    /** How many turns after the beginning somebody cancels. */
    private static final int TURNS = 8;
    private static final Duration INSTANT = Duration.ofMillis(1);

    /** Somebody who may be cancelled, and others who want the same. */
    private abstract static class Scene {
        /** Who may be cancelled. */
        abstract Coroutine<Void> victim();

        /** The victim has ended in some way. */
        void over() {
        }

        /** Must end. */
        abstract Coroutine<Void> others();

        abstract void check();
    }

    /** Cancels the victim as soon as it waits, and with it whatever waits for others; and at any other moment. */
    private static void survives(Supplier<Scene> scenes) {
        Scene[] latest = new Scene[1];
        TestLoop.cancelAtEachAwait(SCHEDULES, test -> {
            latest[0] = scenes.get();
            Task<Void> others = createTask(latest[0].others());
            try {
                await(latest[0].victim());
            } finally {
                latest[0].over();
                await(others);
            }
            return Coroutine.done();
        }, () -> latest[0].check());
        for (int turns = 0; turns < TURNS; turns++) {
            int before = turns;
            TestLoop.explore(SCHEDULES / 4, turns * SCHEDULES, test -> {
                await(cancelledBySomebody(scenes.get(), before));
                return Coroutine.done();
            });
        }
    }

    @Async
    private static Coroutine<Void> cancelledBySomebody(Scene scene, int turns) {
        Task<Void> others = createTask(scene.others());
        Task<Void> victim = createTask(scene.victim());
        await(turns(turns));
        boolean isAsked = victim.cancel();
        await(waitAll(victim));
        scene.over();
        if (isAsked) {
            assertThat(victim.isCancelled()).as("passed on").isTrue();
        } else {
            victim.result();
        }
        await(others);
        scene.check();
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> turns(int count) {
        for (int i = 0; i < count; i++) {
            await(yieldNow());
        }
        return Coroutine.done();
    }

    /** A lock and a permit, taken in this order. */
    private static final class Contended extends Scene {
        private final AsyncConsumer<Contended> victim;
        private final AsyncLock lock = new AsyncLock();
        private final AsyncSemaphore permit = AsyncSemaphore.bounded(1);
        private int locked;
        private int permitted;

        Contended(AsyncConsumer<Contended> victim) {
            this.victim = victim;
        }

        @Override
        Coroutine<Void> victim() {
            return victim.call(this);
        }

        @Async
        @Override
        Coroutine<Void> others() {
            await(TaskGroup.open(group -> {
                group.createTask(use(1));
                await(use(2));
                return Coroutine.done();
            }));
            return Coroutine.done();
        }

        @Async
        Coroutine<Integer> use(int turns) {
            try (var held = await(lock.hold())) {
                await(locked(turns));
                await(use(permit, turns));
            }
            return Coroutine.of(turns);
        }

        @Async
        Coroutine<Integer> use(AsyncSemaphore semaphore, int turns) {
            try (var held = await(semaphore.hold())) {
                await(permitted(turns));
            }
            return Coroutine.of(turns);
        }

        @Async
        Coroutine<Integer> locked(int turns) {
            locked++;
            try {
                assertThat(locked).isEqualTo(1);
                await(turns(turns));
            } finally {
                locked--;
            }
            return Coroutine.of(turns);
        }

        @Async
        Coroutine<Integer> permitted(int turns) {
            permitted++;
            try {
                assertThat(permitted).isEqualTo(1);
                await(turns(turns));
            } finally {
                permitted--;
            }
            return Coroutine.of(turns);
        }

        /** Rows, read under the lock. */
        @Async
        AsyncIterable<Integer> rows(int count) {
            try (var held = await(lock.hold())) {
                for (int i = 0; i < count; i++) {
                    await(locked(1));
                    emit(i);
                }
            }
            return end();
        }

        @Override
        void check() {
            assertThat(lock.isLocked()).isFalse();
            assertThat(permit.availablePermits()).isEqualTo(1);
            assertThat(locked + permitted).isZero();
        }
    }

    private static void survivesInContention(AsyncConsumer<Contended> victim) {
        survives(() -> new Contended(victim));
    }

    @Test
    void lockAcquired() {
        survivesInContention(contended -> {
            await(contended.lock.acquire());
            try {
                await(contended.locked(1));
            } finally {
                contended.lock.release();
            }
            return Coroutine.done();
        });
    }

    @Test
    void lockHeldByACall() {
        survivesInContention(contended -> {
            await(contended.lock.with(() -> contended.locked(1)));
            return Coroutine.done();
        });
    }

    @Test
    void lockHeldInABlock() {
        survivesInContention(contended -> {
            try (var held = await(contended.lock.hold())) {
                await(contended.locked(1));
            }
            return Coroutine.done();
        });
    }

    @Test
    void semaphoreAcquired() {
        survivesInContention(contended -> {
            await(contended.permit.acquire());
            try {
                await(contended.permitted(1));
            } finally {
                contended.permit.release();
            }
            return Coroutine.done();
        });
    }

    @Test
    void semaphoreHeldByACall() {
        survivesInContention(contended -> {
            await(contended.permit.with(() -> contended.permitted(1)));
            return Coroutine.done();
        });
    }

    @Test
    void semaphoreHeldInABlock() {
        survivesInContention(contended -> {
            try (var held = await(contended.permit.hold())) {
                await(contended.permitted(1));
            }
            return Coroutine.done();
        });
    }

    /** As in asyncio, it ends with the first that is cancelled, before the others have. */
    @Test
    void gathered() {
        survivesInContention(contended -> {
            List<Task<Integer>> tasks = List.of(createTask(contended.use(1)), createTask(contended.use(2)));
            try {
                assertThat(await(gather(tasks))).containsExactly(1, 2);
            } finally {
                await(waitAll(tasks));
            }
            return Coroutine.done();
        });
    }

    @Test
    void gatheredOutcomes() {
        survivesInContention(contended -> {
            assertThat(await(gatherOutcomes(contended.use(1), contended.use(2)))).hasSize(2);
            return Coroutine.done();
        });
    }

    @Test
    void raced() {
        survivesInContention(contended -> {
            int first = await(race(contended.use(1), contended.use(2)));
            assertThat(first).isBetween(1, 2);
            return Coroutine.done();
        });
    }

    @Test
    void firstOfSeveralThatSucceeds() {
        survivesInContention(contended -> {
            int first = await(firstSuccess(contended.use(1), contended.use(2)));
            assertThat(first).isBetween(1, 2);
            return Coroutine.done();
        });
    }

    @Test
    void waitedForWithALimit() {
        survivesInContention(contended -> {
            int used = await(waitFor(contended.use(1), INSTANT));
            assertThat(used).isEqualTo(1);
            return Coroutine.done();
        });
    }

    @Test
    void withinALimit() {
        survivesInContention(contended -> {
            int used = await(withTimeout(INSTANT, limit -> contended.use(1)));
            assertThat(used).isEqualTo(1);
            return Coroutine.done();
        });
    }

    /** The limit ends when what it limits does. */
    @Test
    void withinALimitThatEndsAtThatMoment() {
        survivesInContention(contended -> {
            try (var held = await(contended.lock.hold())) {
                await(withTimeout(INSTANT, limit -> sleep(INSTANT)));
            } catch (AsyncTimeoutException late) {
                await(yieldNow());
            }
            return Coroutine.done();
        });
    }

    @Test
    void shielded() {
        survivesInContention(contended -> {
            Task<Integer> inner = createTask(contended.use(1));
            try {
                await(shield(inner));
            } finally {
                await(waitAll(inner));
            }
            assertThat(inner.result()).isEqualTo(1);
            return Coroutine.done();
        });
    }

    @Test
    void inAGroup() {
        survivesInContention(contended -> {
            await(TaskGroup.open(group -> {
                group.createTask(contended.use(1));
                group.createTask(contended.use(2));
                await(contended.use(1));
                return Coroutine.done();
            }));
            return Coroutine.done();
        });
    }

    @Test
    void inASupervisedGroup() {
        survivesInContention(contended -> {
            await(TaskGroup.supervise(group -> {
                group.createTask(contended.use(1));
                group.createTask(contended.use(2));
                await(contended.use(1));
                return Coroutine.done();
            }));
            return Coroutine.done();
        });
    }

    @Test
    void mapped() {
        survivesInContention(contended -> {
            assertThat(await(mapConcurrently(List.of(1, 2, 3), 2, contended::use))).containsExactly(1, 2, 3);
            return Coroutine.done();
        });
    }

    @Test
    void doneForEach() {
        survivesInContention(contended -> {
            List<Integer> done = new ArrayList<>();
            await(forEachConcurrently(List.of(1, 2, 3), 2, item -> {
                done.add(await(contended.use(item)));
                return Coroutine.done();
            }));
            assertThat(done).containsExactlyInAnyOrder(1, 2, 3);
            return Coroutine.done();
        });
    }

    /** As in asyncio, tasks go on when whoever waits for them does not. */
    @Test
    void asEachIsCompleted() {
        survivesInContention(contended -> {
            List<Task<Integer>> tasks = List.of(createTask(contended.use(1)), createTask(contended.use(2)));
            try {
                for (Coroutine<Integer> next : asCompleted(tasks)) {
                    assertThat(await(next)).isBetween(1, 2);
                }
            } finally {
                tasks.forEach(Task::cancel);
                await(waitAll(tasks));
            }
            return Coroutine.done();
        });
    }

    @Test
    void resultsOfEachThatIsCompleted() {
        survivesInContention(contended -> {
            List<Task<Integer>> tasks = List.of(createTask(contended.use(1)), createTask(contended.use(2)));
            try {
                for (int result : each(asCompleted(tasks).results())) {
                    assertThat(result).isBetween(1, 2);
                }
            } finally {
                tasks.forEach(Task::cancel);
                await(waitAll(tasks));
            }
            return Coroutine.done();
        });
    }

    @Test
    void onAStack() {
        survivesInContention(contended -> {
            try (var stack = new AsyncExitStack()) {
                await(stack.enterAsync(contended.lock.hold()));
                await(contended.locked(1));
                stack.callback(() -> turns(1));
                await(stack.enterAsync(contended.permit.hold()));
                await(contended.permitted(1));
            }
            return Coroutine.done();
        });
    }

    @Test
    void inALoopOverEach() {
        survivesInContention(contended -> {
            for (int row : each(contended.rows(3))) {
                await(contended.use(contended.permit, 1));
                if (row == 1) {
                    break;
                }
            }
            return Coroutine.done();
        });
    }

    @Test
    void operatorsOfAGenerator() {
        survivesInContention(contended -> {
            List<Integer> rows = await(contended.rows(4).filter(row -> {
                await(yieldNow());
                return Coroutine.of(row > 0);
            }).map(row -> contended.use(contended.permit, row)).take(2).toList());
            assertThat(rows).containsExactly(1, 2);
            return Coroutine.done();
        });
    }

    @Test
    void aGeneratorWhoseElementsAreMappedSideBySide() {
        survivesInContention(contended -> {
            List<Integer> rows = await(contended.rows(3).mapConcurrently(2, row -> contended.use(contended.permit, row)).toList());
            assertThat(rows).containsExactly(0, 1, 2);
            return Coroutine.done();
        });
    }

    @Test
    void generatorsMerged() {
        survivesInContention(contended -> {
            List<Integer> rows = await(AsyncIterable.merge(contended.rows(2), contended.rows(2)).toList());
            assertThat(rows).containsExactlyInAnyOrder(0, 1, 0, 1);
            return Coroutine.done();
        });
    }

    @Test
    void onAnotherLoop() {
        survivesInContention(contended -> {
            EventLoop strand = EventLoop.on(currentLoop());
            int used = await(strand.call(() -> contended.use(2)));
            assertThat(used).isEqualTo(2);
            return Coroutine.done();
        });
    }

    @Test
    void onAnExecutor() {
        survivesInContention(contended -> {
            int used = await(on(currentLoop(), () -> contended.use(2)));
            assertThat(used).isEqualTo(2);
            return Coroutine.done();
        });
    }

    /** One signal, which each passes on. */
    private static final class Signalled extends Scene {
        private final AsyncCondition condition = new AsyncCondition();
        private boolean isOpen;
        private int through;

        @Async
        @Override
        Coroutine<Void> victim() {
            try (var held = await(condition.lock().hold())) {
                await(condition.whenSignalled(() -> isOpen));
                through++;
                condition.signal();
            }
            return Coroutine.done();
        }

        @Async
        @Override
        Coroutine<Void> others() {
            await(TaskGroup.open(group -> {
                group.createTask(victim());
                group.createTask(victim());
                await(open());
                return Coroutine.done();
            }));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> open() {
            await(turns(2));
            try (var held = await(condition.lock().hold())) {
                isOpen = true;
                condition.signal();
            }
            return Coroutine.done();
        }

        @Override
        void check() {
            assertThat(condition.lock().isLocked()).isFalse();
            assertThat(through).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void condition() {
        survives(Signalled::new);
    }

    private static final class Announced extends Scene {
        private final AsyncEvent event = new AsyncEvent();

        @Override
        Coroutine<Void> victim() {
            return event.whenSet();
        }

        @Async
        @Override
        Coroutine<Void> others() {
            await(TaskGroup.open(group -> {
                group.createTask(event.whenSet());
                await(turns(2));
                event.set();
                return Coroutine.done();
            }));
            return Coroutine.done();
        }

        @Override
        void check() {
            assertThat(event.toString()).doesNotContain("waiters");
        }
    }

    @Test
    void event() {
        survives(Announced::new);
    }

    /** Whoever is cancelled breaks it: the others are not to wait in vain. */
    private static final class Meeting extends Scene {
        private final AsyncBarrier barrier = new AsyncBarrier(3);
        private boolean isThrough;

        @Async
        @Override
        Coroutine<Void> victim() {
            await(barrier.arrive());
            isThrough = true;
            return Coroutine.done();
        }

        @Override
        void over() {
            if (!isThrough) {
                barrier.abort();
            }
        }

        @Async
        @Override
        Coroutine<Void> others() {
            await(TaskGroup.open(group -> {
                group.createTask(arrive(0));
                await(arrive(2));
                return Coroutine.done();
            }));
            return Coroutine.done();
        }

        @Async
        private Coroutine<Void> arrive(int turns) {
            await(turns(turns));
            try {
                await(barrier.arrive());
            } catch (BarrierBrokenException broken) {
                await(yieldNow());
            }
            return Coroutine.done();
        }

        @Override
        void check() {
            assertThat(barrier.waiting()).isZero();
        }
    }

    @Test
    void barrier() {
        survives(Meeting::new);
    }

    /** Items go through a queue for one. */
    private abstract static class Passing extends Scene {
        final AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        final List<Integer> put = new ArrayList<>();
        final List<Integer> taken = new ArrayList<>();

        @Async
        final Coroutine<Void> put(int from, int count) {
            for (int i = from; i < from + count; i++) {
                await(queue.put(i));
                put.add(i);
            }
            return Coroutine.done();
        }

        @Async
        final Coroutine<Void> take(int count) {
            for (int i = 0; i < count; i++) {
                taken.add(await(queue.take()));
                try {
                    await(yieldNow());
                } finally {
                    queue.taskDone();
                }
            }
            return Coroutine.done();
        }

        /** Takes until the queue is shut down. */
        @Async
        final Coroutine<Void> takeAll() {
            for (int item : each(queue)) {
                taken.add(item);
                try {
                    await(yieldNow());
                } finally {
                    queue.taskDone();
                }
            }
            return Coroutine.done();
        }

        @Override
        void check() {
            assertThat(queue.size()).isZero();
            assertThat(taken).containsExactlyInAnyOrderElementsOf(put);
        }
    }

    private static final class Taking extends Passing {
        @Async
        @Override
        Coroutine<Void> victim() {
            try {
                await(take(2));
            } catch (QueueShutDownException others) {
                await(yieldNow());
            }
            return Coroutine.done();
        }

        @Async
        @Override
        Coroutine<Void> others() {
            Task<Void> rest = createTask(takeAll());
            try {
                await(put(0, 4));
                await(queue.join());
            } finally {
                queue.shutdown();
                await(rest);
            }
            return Coroutine.done();
        }
    }

    @Test
    void queueTakenFrom() {
        survives(Taking::new);
    }

    private static final class Putting extends Passing {
        private final AsyncEvent over = new AsyncEvent();

        @Override
        Coroutine<Void> victim() {
            return put(10, 3);
        }

        @Override
        void over() {
            over.set();
        }

        @Async
        @Override
        Coroutine<Void> others() {
            Task<Void> rest = createTask(takeAll());
            try {
                await(put(0, 2));
                await(over.whenSet());
                await(queue.join());
            } finally {
                queue.shutdown();
                await(rest);
            }
            return Coroutine.done();
        }
    }

    @Test
    void queuePutInto() {
        survives(Putting::new);
    }

    private static final class Joining extends Passing {
        @Override
        Coroutine<Void> victim() {
            return queue.join();
        }

        @Async
        @Override
        Coroutine<Void> others() {
            Task<Void> rest = createTask(takeAll());
            try {
                await(put(0, 2));
                await(queue.join());
            } finally {
                queue.shutdown();
                await(rest);
            }
            return Coroutine.done();
        }
    }

    @Test
    void queueJoined() {
        survives(Joining::new);
    }

    /** What is taken is seen by who works on it, or it is in the queue. */
    private static final class Consuming extends Passing {
        @Async
        @Override
        Coroutine<Void> victim() {
            await(forEachConcurrently(queue, 2, item -> {
                taken.add(item);
                try {
                    await(yieldNow());
                } finally {
                    queue.taskDone();
                }
                return Coroutine.done();
            }));
            return Coroutine.done();
        }

        @Async
        @Override
        Coroutine<Void> others() {
            Task<Void> rest = createTask(takeAll());
            try {
                await(put(0, 5));
                await(queue.join());
            } finally {
                queue.shutdown();
                await(rest);
            }
            return Coroutine.done();
        }
    }

    @Test
    void queueWhoseItemsAreWorkedOnSideBySide() {
        survives(Consuming::new);
    }
}
