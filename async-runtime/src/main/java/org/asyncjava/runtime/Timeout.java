package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;

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
 */
public final class Timeout {
    /** No time at all, on every clock: a limit that is never reached. */
    public static final long NEVER = Nanos.NEVER;

    private enum Life { CREATED, ACTIVE, EXPIRING, EXPIRED, FINISHED }

    private Life life = Life.CREATED;
    private ScopeOwner owner;
    private Continuation<?> code;
    private long when = NEVER;
    /** How far away that was when it was set. */
    private long limit;
    private Handle alarm;
    /** What the code was doing when the limit was reached. */
    private String timedOut;

    Timeout() {
    }

    /** Begins; {@link #reschedule} sets the time. */
    void enter(ScopeOwner entered, Continuation<?> call) {
        owner = entered;
        code = call;
        life = Life.ACTIVE;
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
        reschedule(newWhen, Nanos.until(newWhen, owner.loop.time()));
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
        EventLoop loop = owner.loop;
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
        reschedule(Nanos.after(owner.loop.time(), nanos), nanos);
    }

    /**
     * Tells whether the limit was reached.
     *
     * @return true if so
     */
    public boolean expired() {
        return life == Life.EXPIRING || life == Life.EXPIRED;
    }

    private void expire() {
        life = Life.EXPIRING;
        alarm = null;
        timedOut = TimedOut.name(code.awaited instanceof Coroutine<?> awaited ? awaited : code);
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

    /** What to throw once the code has been left with a failure. */
    Throwable translated(Throwable failure) {
        boolean own = life == Life.EXPIRED && failure instanceof CancellationException && !owner.isCancelledByOthers();
        return own ? new AsyncTimeoutException(TimedOut.message(timedOut, limit), failure) : failure;
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
