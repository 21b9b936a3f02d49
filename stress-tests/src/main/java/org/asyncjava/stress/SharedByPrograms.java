package org.asyncjava.stress;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.LoopGroup;

/** What all programs of a {@link Soak} use at the same time, and what they have found. Thread-safe. */
final class SharedByPrograms {
    private static final int PERMITS = 3;

    final ExecutorService pool = Executors.newFixedThreadPool(2);
    final LoopGroup group = new LoopGroup(2, "soak");
    final AsyncLock lock = new AsyncLock();
    final AsyncSemaphore semaphore = AsyncSemaphore.bounded(PERMITS);
    /** A pool of as many tokens as it has room for. */
    final AsyncQueue<Integer> tokens = AsyncQueue.priority(PERMITS, Comparator.naturalOrder());
    final AsyncEvent event = new AsyncEvent();
    private final List<String> differences = new CopyOnWriteArrayList<>();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong called = new AtomicLong();

    SharedByPrograms() {
        group.loops().forEach(loop -> loop.setExceptionHandler((where, context) -> reported(context)));
        for (int token = 0; token < PERMITS; token++) {
            tokens.putNow(token);
        }
    }

    List<String> differences() {
        return differences;
    }

    long ended() {
        return ended.get();
    }

    /** Some code has begun on a loop of the group. */
    void callBegins() {
        called.incrementAndGet();
    }

    /** It has ended. */
    void callEnds() {
        called.decrementAndGet();
    }

    void differs(String what) {
        differences.add(what);
    }

    /** What the programs throw on purpose, and what an end of a loop brings, is expected: refusals, and cancellations of what nobody waits for any more. */
    void reported(FailureContext context) {
        Throwable failure = context.exception();
        boolean expected = failure == null || failure instanceof SoakProgram.Planned || failure instanceof RejectedExecutionException
                || failure instanceof CancellationException;
        if (!expected) {
            differs("a report: " + context);
        }
    }

    /** Waits for a future that a program has left behind. */
    void expectEnd(long seed, CompletableFuture<?> future) throws InterruptedException {
        try {
            future.handle((value, failure) -> null).get(2, TimeUnit.MINUTES);
            ended.incrementAndGet();
        } catch (TimeoutException never) {
            differs("program " + seed + ": a future has not ended: " + future);
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** All programs have ended. */
    void end() {
        group.close();
        if (called.get() != 0) {
            differs("calls of other loops have not ended: " + called);
        }
        if (!lock.tryAcquire()) {
            differs("the lock is held: " + lock);
        }
        if (semaphore.availablePermits() != PERMITS) {
            differs("permits are lost: " + semaphore);
        }
        for (int token = 0; token < PERMITS; token++) {
            if (tokens.isEmpty() || tokens.takeNow() != token) {
                differs("token " + token + " is lost: " + tokens);
            }
        }
        if (event.toString().contains("waiters")) {
            differs("somebody waits for ever: " + event);
        }
        pool.shutdown();
    }
}
