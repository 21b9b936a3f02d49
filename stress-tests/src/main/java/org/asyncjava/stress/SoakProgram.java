package org.asyncjava.stress;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitAny;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Dispatcher;
import org.asyncjava.runtime.ExceptionGroup;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/** One random program on a loop of its own, which ends while some of it is still going on. */
final class SoakProgram {
    /** Thrown on purpose. */
    static final class Planned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int DEPTH = 4;

    private final long seed;
    private final SharedByPrograms shared;
    private final Queue<CompletableFuture<?>> leftBehind = new ConcurrentLinkedQueue<>();

    SoakProgram(long seed, SharedByPrograms shared) {
        this.seed = seed;
        this.shared = shared;
    }

    /** Runs the program and waits for what it has left behind. */
    void run() {
        try {
            Coroutines.run(main(new SplittableRandom(seed)));
        } catch (Planned | ExceptionGroup | AsyncTimeoutException | CancellationException planned) {
            // What the program was meant to do.
        }
        try {
            for (CompletableFuture<?> future = leftBehind.poll(); future != null; future = leftBehind.poll()) {
                shared.expectEnd(seed, future);
            }
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Async
    private Coroutine<Void> main(SplittableRandom random) {
        Task<?> own = currentTask().orElseThrow();
        own.loop().setExceptionHandler((loop, context) -> shared.reported(context));
        leftBehind.add(own.toFuture());
        for (int i = random.nextInt(5); i > 0; i--) {
            leftBehind.add(createTask(step(DEPTH, random.split())).toFuture());
            leftBehind.add(hot(DEPTH, random.split()));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            await(step(DEPTH, random));
        }
        return Coroutine.done();
    }

    /** One thing that a task does. */
    @Async
    private Coroutine<Void> step(int depth, SplittableRandom random) {
        if (depth == 0) {
            await(leaf(random));
            return Coroutine.done();
        }
        switch (random.nextInt(10)) {
            case 0 -> await(group(depth - 1, random));
            case 1 -> await(limited(depth - 1, random));
            case 2 -> await(cancelled(depth - 1, random));
            case 3 -> await(queued(random));
            case 4 -> await(gather(step(depth - 1, random.split()), step(depth - 1, random.split())));
            case 5 -> await(race(step(depth - 1, random.split()), step(depth - 1, random.split())));
            case 6 -> await(shield(step(depth - 1, random)));
            case 7 -> await(hot(depth - 1, random));
            case 8 -> await(elsewhere(depth - 1, random.split()));
            default -> await(leaf(random));
        }
        return Coroutine.done();
    }

    /** On a loop that all programs share. */
    private Coroutine<Void> elsewhere(int depth, SplittableRandom random) {
        return shared.group.next().call(() -> {
            shared.callBegins();
            try {
                await(step(depth, random));
            } finally {
                shared.callEnds();
            }
            return Coroutine.done();
        });
    }

    /** What works with and without a loop. */
    @Async
    private Coroutine<Void> leaf(SplittableRandom random) {
        switch (random.nextInt(9)) {
            case 0 -> await(sleep(Duration.ofNanos(random.nextInt(100_000))));
            case 1 -> await(yieldNow());
            case 2 -> await(shared.lock.with(() -> yieldNow()));
            case 3 -> {
                await(shared.semaphore.acquire());
                try {
                    await(sleep(Duration.ofNanos(random.nextInt(50_000))));
                } finally {
                    shared.semaphore.release();
                }
            }
            case 4 -> await(CompletableFuture.supplyAsync(() -> 1, shared.pool));
            case 5 -> {
                int token = await(shared.tokens.take());
                try {
                    await(sleep(Duration.ofNanos(random.nextInt(50_000))));
                } finally {
                    shared.tokens.putNow(token);
                }
            }
            case 6 -> {
                shared.event.clear();
                CompletableFuture<Void> waiting = whenSet();
                shared.event.set();
                await(waiting);
            }
            case 7 -> await(together(random));
            default -> {
                if (random.nextInt(20) == 0) {
                    throw new Planned();
                }
            }
        }
        return Coroutine.done();
    }

    /** Waits for two stages together, which end at any time, on any thread. */
    @Async
    private Coroutine<Void> together(SplittableRandom random) {
        CompletableFuture<Integer> inPool = CompletableFuture.supplyAsync(() -> 1, shared.pool);
        CompletableFuture<Void> method = hot(0, random.split());
        leftBehind.add(inPool);
        leftBehind.add(method);
        switch (random.nextInt(6)) {
            case 0 -> await(Coroutines.<Object>gather(inPool, method));
            case 1 -> await(gatherOutcomes(inPool, method));
            case 2 -> await(Coroutines.<Object>race(inPool, method));
            case 3 -> await(Coroutines.<Object>firstSuccess(inPool, method));
            case 4 -> await(waitAny(inPool, method));
            default -> {
                try {
                    await(waitFor(method, Duration.ofNanos(random.nextInt(100_000))));
                } catch (AsyncTimeoutException inTime) {
                    return Coroutine.done();
                }
            }
        }
        return Coroutine.done();
    }

    /** Begins to wait at once. */
    @Async
    private CompletableFuture<Void> whenSet() {
        await(shared.event.whenSet());
        return CompletableFuture.completedFuture(null);
    }

    /** A method that returns a future: on this loop, in the pool, or with no dispatcher. */
    private CompletableFuture<Void> hot(int depth, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> hotSteps(depth, random);
            case 1 -> with(shared.pool, depth, random);
            default -> with(null, depth, random);
        };
    }

    private CompletableFuture<Void> with(Executor executor, int depth, SplittableRandom random) {
        return Dispatcher.call(executor, () -> hotSteps(depth, random));
    }

    @Async
    private CompletableFuture<Void> hotSteps(int depth, SplittableRandom random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            if (depth > 0 && random.nextInt(3) == 0) {
                CompletableFuture<Void> inner = hot(depth - 1, random.split());
                if (random.nextInt(4) == 0) {
                    inner.cancel(false);
                    leftBehind.add(inner);
                } else {
                    await(inner);
                }
            } else if (depth > 0 && random.nextInt(4) == 0) {
                await(scope(depth - 1, random.split()));
            } else {
                await(leaf(random));
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    /** With or without a loop. */
    private Awaitable<?> scope(int depth, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> group(depth, random);
            case 1 -> limited(depth, random);
            default -> gather(step(depth, random.split()), step(depth, random.split()));
        };
    }

    @Async
    private Coroutine<Void> group(int depth, SplittableRandom random) {
        try {
            await(TaskGroup.open(g -> {
                for (int i = random.nextInt(4); i > 0; i--) {
                    g.createTask(step(depth, random.split()));
                }
                await(step(depth, random));
                return Coroutine.done();
            }));
        } catch (ExceptionGroup planned) {
            return Coroutine.done();
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> limited(int depth, SplittableRandom random) {
        Duration limit = Duration.ofNanos(random.nextInt(200_000));
        try {
            if (random.nextBoolean()) {
                await(withTimeout(limit, t -> step(depth, random)));
            } else {
                await(waitFor(step(depth, random), limit));
            }
        } catch (AsyncTimeoutException inTime) {
            return Coroutine.done();
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> cancelled(int depth, SplittableRandom random) {
        Task<Void> task = createTask(step(depth, random.split()));
        for (int i = random.nextInt(3); i > 0; i--) {
            await(yieldNow());
        }
        task.cancel("planned");
        try {
            await(task);
        } catch (CancellationException planned) {
            if (currentTask().map(Task::cancelling).orElse(0) > 0) {
                throw planned;
            }
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> queued(SplittableRandom random) {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1 + random.nextInt(2));
        int items = random.nextInt(5);
        await(gather(putting(queue, items), taking(queue, items)));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> putting(AsyncQueue<Integer> queue, int items) {
        for (int i = 0; i < items; i++) {
            await(queue.put(i));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> taking(AsyncQueue<Integer> queue, int items) {
        for (int i = 0; i < items; i++) {
            int item = await(queue.take());
            if (item != i) {
                throw new AssertionError("item " + item + " in the place of " + i);
            }
        }
        return Coroutine.done();
    }
}
