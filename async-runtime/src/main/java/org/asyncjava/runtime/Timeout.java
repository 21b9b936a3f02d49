package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;

/**
 * The time limit of a piece of code, as asyncio's {@code timeout()}: when it is reached the await where the code stands throws a
 * {@link CancellationException}, which becomes an {@link AsyncTimeoutException} where it leaves the code.
 *
 * <pre>{@code
 * await(withTimeout(Duration.ofSeconds(2), t -> {
 *     String answer = await(ask());
 *     t.reschedule(Duration.ofSeconds(2));             // another two seconds from now
 *     return Coroutine.of(await(check(answer)));
 * }));
 * }</pre>
 *
 * <p>Limits nest: only the one that was reached turns the cancellation into its exception. A cancellation that somebody else has asked for
 * stays one, and an exception that is no cancellation goes through. Confined to its loop.
 *
 * @since 0.1.0
 */
@NullMarked
public final class Timeout {
    /** No time at all, on every clock: a limit that is never reached. */
    public static final long NEVER = Nanos.NEVER;

    private enum Life { CREATED, ACTIVE, EXPIRING, EXPIRED, FINISHED }

    /** Stands in {@link #limit} for a time that was told as a moment. */
    private static final long UNKNOWN = -1;

    final ScopeOwner owner = new ScopeOwner();
    /** What the code awaits, if that is known from the start. */
    private final Awaitable<?> operand;
    private Life life = Life.CREATED;
    private long when;
    /** How far away that was when it was set. */
    private long limit;
    private Handle alarm;
    /** What the code was doing when the limit was reached. */
    private String timedOut;

    private Timeout(Awaitable<?> operand, long when, long limit) {
        this.operand = operand;
        this.when = when;
        this.limit = limit;
    }

    /** A limit some time after its code has begun. */
    static Timeout after(long nanos) {
        return new Timeout(null, NEVER, nanos);
    }

    /** A limit for code that does nothing but await something. */
    static Timeout of(Awaitable<?> operand, long nanos) {
        return new Timeout(operand, NEVER, nanos);
    }

    /** A limit at some moment. */
    static Timeout at(long when) {
        return new Timeout(null, when, UNKNOWN);
    }

    /** The code begins; false where it goes on on no loop. */
    boolean enter() {
        if (!owner.enter()) {
            return false;
        }
        life = Life.ACTIVE;
        long now = owner.loop().time();
        if (limit == UNKNOWN) {
            reschedule(when, Nanos.until(when, now));
        } else {
            reschedule(Nanos.after(now, limit), limit);
        }
        return true;
    }

    /**
     * When the limit is reached.
     *
     * @return a time in nanoseconds on the clock of {@link EventLoop#time()}, or {@link #NEVER}
     */
    public long when() {
        return when;
    }

    /**
     * Sets another time. One that is past is reached at the next suspension.
     *
     * @param newWhen a time in nanoseconds on the clock of {@link EventLoop#time()}, or {@link #NEVER}
     * @throws IllegalStateException when the limit was reached or the code has ended
     */
    public void reschedule(long newWhen) {
        reschedule(newWhen, Nanos.until(newWhen, owner.loop().time()));
    }

    private void reschedule(long newWhen, long fromNow) {
        if (life != Life.ACTIVE) {
            throw new IllegalStateException("Cannot change state of " + lifeName() + " Timeout");
        }
        silence();
        when = newWhen;
        limit = fromNow;
        if (newWhen == NEVER) {
            return;
        }
        EventLoop loop = owner.loop();
        alarm = newWhen <= loop.time() ? loop.callSoon(this::expire) : loop.callAt(newWhen, this::expire);
    }

    /**
     * Sets another time.
     *
     * @param fromNow how long from now on; zero or negative: until the next suspension
     * @throws IllegalStateException when the limit was reached or the code has ended
     */
    public void reschedule(Duration fromNow) {
        long nanos = Nanos.of(Objects.requireNonNull(fromNow, "fromNow"));
        reschedule(Nanos.after(owner.loop().time(), nanos), nanos);
    }

    /**
     * Tells whether the limit was reached.
     *
     * @return true if so
     */
    public boolean expired() {
        return life == Life.EXPIRING || life == Life.EXPIRED;
    }

    /** Tells whether it will cancel the code when its time has come, as far as another thread can see. */
    boolean isTicking() {
        return life == Life.ACTIVE && when != NEVER;
    }

    private void expire() {
        life = Life.EXPIRING;
        alarm = null;
        timedOut = TimedOut.name(operand == null || operand instanceof Coroutine ? owner.suspended() : operand);
        owner.cancel();
    }

    /** The code has ended. */
    void leave() {
        silence();
        if (life == Life.ACTIVE) {
            life = Life.FINISHED;
        } else {
            life = Life.EXPIRED;
            owner.takeBack();
        }
    }

    /** The code has failed: throws what that becomes where it leaves the code. */
    RuntimeException leave(Throwable failure) {
        leave();
        boolean own = life == Life.EXPIRED && failure instanceof CancellationException && !owner.isCancelledByOthers();
        throw own ? new AsyncTimeoutException(TimedOut.message(timedOut, limit), failure) : Sneaky.rethrow(failure);
    }

    /** {@code waitFor} when there is no time at all, named so for its traces: the outcome if it is there already; otherwise cancels, and waits for that. */
    @Async
    static <T> Coroutine<T> waitFor(Awaitable<T> operand) {
        EventLoop loop = EventLoop.goingOn(ThreadState.current());
        if (loop == null) {
            return ScopeCall.of(waitFor(operand), List.of(operand));
        }
        LoopFuture<T> future = loop.tasks.ensureFuture(operand);
        if (!future.isDone()) {
            Children waiting = new Children();
            waiting.add(future);
            waiting.cancelAll();
            await(waiting.noneLeft(loop));
            if (future.isCancelled()) {
                throw new AsyncTimeoutException(TimedOut.message(TimedOut.name(operand), 0), future.failure());
            }
        }
        return Coroutine.of(await(future));
    }

    private void silence() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private String lifeName() {
        return life.name().toLowerCase(Locale.ROOT);
    }

    /** As asyncio prints it. */
    @Override
    public String toString() {
        return "<Timeout [" + lifeName() + "]" + (life == Life.ACTIVE && when != NEVER ? " when=" + when : "") + ">";
    }
}
