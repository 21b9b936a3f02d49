package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/**
 * A place where a fixed number of calls wait for one another: asyncio's {@code Barrier}.
 *
 * <p>When the last one has arrived all go on, each with a number of its own; then the barrier can be used again. Who comes while the others
 * leave waits until they have. As long as somebody waits it belongs to the loop of those who do, and is confined to its thread.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncBarrier {
    /** What happens at the barrier. */
    private enum Life {
        /** Calls arrive and wait. */
        FILLING,
        /** All have arrived and leave. */
        DRAINING,
        /** Reset while calls waited, which now leave. */
        RESETTING,
        /** Aborted. */
        BROKEN
    }

    private final LoopBinding binding = new LoopBinding("AsyncBarrier");
    private final WaitQueue waiting = new WaitQueue(this);
    private final int parties;
    /** Who has arrived, waits and has not left yet, in that order; the numbers are given when the last one has arrived. */
    private final Map<Waiter, Integer> inside = new LinkedHashMap<>();
    private Life life = Life.FILLING;

    /**
     * Makes a barrier.
     *
     * @param parties how many calls wait for one another
     * @throws IllegalArgumentException when that is less than 1
     */
    public AsyncBarrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("parties must be > 0: " + parties);
        }
        this.parties = parties;
    }

    /**
     * Waits for the others.
     *
     * @return what to await; results in a number from 0 to {@code parties - 1} in the order of arrival, fails with a
     *     {@link BarrierBrokenException} when the barrier is aborted, or reset meanwhile; with an {@link IllegalStateException} on another loop than
     *     that of those who wait
     */
    @Async
    public Coroutine<Integer> arrive() {
        binding.requireSame();
        while (life == Life.DRAINING || life == Life.RESETTING) {
            Waiter outside = join();
            try {
                await(outside);
            } finally {
                leave(outside);
            }
        }
        if (life == Life.BROKEN) {
            throw new BarrierBrokenException("Barrier aborted");
        }
        if (inside.size() == parties - 1) {
            open();
            return Coroutine.of(parties - 1);
        }
        Waiter place = enter();
        try {
            await(place);
            if (life != Life.DRAINING) {
                throw new BarrierBrokenException("Abort or reset of barrier");
            }
            return Coroutine.of(inside.get(place));
        } finally {
            exit(place);
        }
    }

    /**
     * Empties the barrier: those who wait get a {@link BarrierBrokenException}, who comes later begins anew. Mends one that was aborted.
     *
     * @throws IllegalStateException on a thread other than that of the loop of those who wait
     */
    public void reset() {
        binding.requireOwnThread();
        life = !inside.isEmpty() ? Life.RESETTING : Life.FILLING;
        waiting.wakeAll();
    }

    /**
     * Breaks the barrier: those who wait and those who will come get a {@link BarrierBrokenException}, until {@link #reset}.
     *
     * @throws IllegalStateException on a thread other than that of the loop of those who wait
     */
    public void abort() {
        binding.requireOwnThread();
        life = Life.BROKEN;
        waiting.wakeAll();
    }

    /**
     * How many calls wait for one another.
     *
     * @return the number
     */
    public int parties() {
        return parties;
    }

    /**
     * How many have arrived and wait.
     *
     * @return the number
     */
    public int waiting() {
        return life == Life.FILLING ? inside.size() : 0;
    }

    /**
     * Tells whether the barrier was aborted.
     *
     * @return true if so
     */
    public boolean isBroken() {
        return life == Life.BROKEN;
    }

    @Override
    public String toString() {
        return "<AsyncBarrier " + life.name().toLowerCase(Locale.ROOT) + (isBroken() ? "" : ", waiting:" + waiting() + "/" + parties) + ">";
    }

    private Waiter join() {
        binding.enter();
        return waiting.join();
    }

    private void leave(Waiter waiter) {
        waiting.leave(waiter);
        binding.leave();
    }

    private Waiter enter() {
        Waiter place = join();
        inside.put(place, null);
        return place;
    }

    /**
     * The last one has arrived, and passes through. Only now do those inside get their numbers: who has been cancelled meanwhile leaves no gap,
     * and takes none twice.
     */
    private void open() {
        int number = 0;
        for (Map.Entry<Waiter, Integer> each : inside.entrySet()) {
            each.setValue(number++);
        }
        life = inside.isEmpty() ? Life.FILLING : Life.DRAINING;
        waiting.wakeAll();
    }

    /** One goes away; the last one makes the barrier ready for the next ones. */
    private void exit(Waiter place) {
        leave(place);
        inside.remove(place);
        if (inside.isEmpty()) {
            if (life == Life.RESETTING || life == Life.DRAINING) {
                life = Life.FILLING;
            }
            waiting.wakeAll();
        }
    }
}
