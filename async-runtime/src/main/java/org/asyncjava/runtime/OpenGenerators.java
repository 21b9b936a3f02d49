package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;

/**
 * The generators that have emitted on a loop where they have something to do when they are closed, for the loop's end: asyncio's
 * {@code shutdown_asyncgens}. It keeps none of them alive. Generators without such a place are in no such list. Thread-safe, as a generator may go on
 * elsewhere.
 *
 * <p>A strand, and code that runs on no loop, has no end at which something could be closed, and no such list.
 */
final class OpenGenerators {
    private final ReferenceQueue<ClosableCall<?>> collected = new ReferenceQueue<>();
    private Held newest;

    /** A place in the list of a loop. */
    static final class Held extends WeakReference<ClosableCall<?>> {
        private final OpenGenerators list;
        /** Where it has emitted last, as far as the loop's end is concerned. */
        private final Thread thread = Thread.currentThread();
        private Held older;
        private Held newer;

        private Held(ClosableCall<?> call, OpenGenerators list) {
            super(call, list.collected);
            this.list = list;
        }
    }

    /** A generator has emitted at such a place. */
    static void stands(ClosableCall<?> call) {
        Held held = call.held;
        if (held == null || held.thread != Thread.currentThread()) {
            hold(call, held);
        }
        NeverClosed.stands(call);
    }

    private static void hold(ClosableCall<?> call, Held before) {
        EventLoop loop = EventLoop.goingOn(ThreadState.current());
        OpenGenerators list = loop == null || loop.strandTurns() != null ? null : loop.tasks.generators();
        if (before != null && before.list == list) {
            return;
        }
        if (before != null) {
            before.list.remove(before);
        }
        call.held = list == null ? null : list.add(call);
        Steering steering = Steering.of(loop);
        if (steering != null) {
            steering.stands(call);
        }
    }

    /** A generator has ended. */
    static void ended(ClosableCall<?> call) {
        Held held = call.held;
        if (held != null) {
            call.held = null;
            held.list.remove(held);
        }
        NeverClosed.ended(call);
    }

    private synchronized Held add(ClosableCall<?> call) {
        for (Reference<?> garbage = collected.poll(); garbage != null; garbage = collected.poll()) {
            unlink((Held) garbage);
        }
        Held held = new Held(call, this);
        held.older = newest;
        if (newest != null) {
            newest.newer = held;
        }
        newest = held;
        return held;
    }

    private synchronized void remove(Held held) {
        held.clear();
        unlink(held);
    }

    /** Of one that was taken out before, nothing happens. */
    private void unlink(Held held) {
        if (held.newer != null) {
            held.newer.older = held.older;
        } else if (newest == held) {
            newest = held.older;
        }
        if (held.older != null) {
            held.older.newer = held.newer;
        }
        held.older = null;
        held.newer = null;
    }

    /** Takes the newest out that stands at an {@code emit}; null if there is none left. */
    private synchronized ClosableCall<?> takeNewest() {
        while (newest != null) {
            ClosableCall<?> call = newest.get();
            unlink(newest);
            if (call != null && call.isOpen()) {
                return call;
            }
        }
        return null;
    }

    synchronized boolean isEmpty() {
        return newest == null;
    }

    /** Closes them, newest first, one after the other, also those that come meanwhile: what one of them iterates over is older, and closed by it. */
    @Async
    Coroutine<Void> closeAll(EventLoop loop) {
        for (ClosableCall<?> call = takeNewest(); call != null; call = takeNewest()) {
            try {
                await(call.closeAsync());
            } catch (CancellationException asked) {
                continue; // what it stands for is over
            } catch (Throwable failure) {
                loop.callExceptionHandler(new FailureContext("an error occurred during closing of asynchronous generator " + call, failure, call));
            }
        }
        return Coroutine.done();
    }
}
