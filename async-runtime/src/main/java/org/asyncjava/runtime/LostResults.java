package org.asyncjava.runtime;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Finds tasks that wait for a {@link Deferred} which nobody can complete any more, because nobody else has it. While the loop's thread is parked the tasks hold it
 * weakly; when the garbage collector takes it away in that time, nobody had it. What another suspended call still has among its locals is not found.
 */
final class LostResults {
    /** Who waits for ever, and has been told of. */
    private static final Set<Task<?>> TOLD = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final EventLoop loop;
    private final List<Hidden> hidden = new ArrayList<>();

    /** A thread that holds this class, and so its class loader, as long as the JVM runs: made where results are looked for alone. */
    private static final class Threads {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /** Wakes the loop when the result is garbage; keeps neither alive. */
    private static final class Awakening implements Runnable {
        private final WeakReference<EventLoop> loop;
        private volatile boolean isWanted = true;

        private Awakening(EventLoop loop) {
            this.loop = new WeakReference<>(loop);
        }

        @Override
        public void run() {
            EventLoop waiting = isWanted ? loop.get() : null;
            if (waiting != null) {
                waiting.resume(() -> { });
            }
        }
    }

    /** What those await who wait for a result, while it is looked for. */
    static final class Hidden {
        private final WeakReference<Deferred<?>> result;
        private final List<Task<?>> tasks = new ArrayList<>(1);
        private final Awakening awakening;
        private final Cleaner.Cleanable cleanable;

        private Hidden(Deferred<?> result) {
            this.result = new WeakReference<>(result);
            this.awakening = new Awakening(result.loop);
            this.cleanable = Threads.CLEANER.register(result, awakening);
        }

        /** For whoever looks from another thread. */
        static Object shown(Object operand) {
            return operand instanceof Hidden hidden ? hidden.result.get() : operand;
        }

        /** What is awaited from now on: where nobody had the result another one, which a cancellation ends. */
        private boolean endsLost(EventLoop loop) {
            awakening.isWanted = false;
            cleanable.clean();
            Deferred<?> found = result.get();
            Deferred<?> awaited = found == null ? new Deferred<>(loop) : found;
            for (Task<?> task : tasks) {
                task.suspendedCall().awaited = awaited;
                if (found == null) {
                    awaited.subscribe(task);
                }
            }
            return found == null;
        }
    }

    private LostResults(EventLoop loop) {
        this.loop = loop;
    }

    /** A loop's thread is about to park. */
    static LostResults of(EventLoop loop) {
        LostResults looked = new LostResults(loop);
        looked.hideAll();
        return looked;
    }

    /** First all that may fail, then stores alone. */
    private void hideAll() {
        Map<Deferred<?>, Hidden> found = new IdentityHashMap<>();
        for (Task<?> task : loop.tasks.seen()) {
            Continuation<?> innermost = task.suspendedCall();
            if (innermost != null && innermost.awaited instanceof Deferred<?> result && result.getClass() == Deferred.class && !result.isDone() && !TOLD.contains(task)) {
                found.computeIfAbsent(result, Hidden::new).tasks.add(task);
            }
        }
        hidden.addAll(found.values());
        for (Hidden each : hidden) {
            for (Task<?> task : each.tasks) {
                task.suspendedCall().awaited = each;
            }
        }
    }

    /** The thread goes on: tells the loop's exception handler, as a step of the loop, of those who will wait for ever. */
    void end() {
        List<Task<?>> lost = new ArrayList<>();
        for (Hidden each : hidden) {
            if (each.endsLost(loop)) {
                lost.addAll(each.tasks);
            }
        }
        if (!lost.isEmpty()) {
            TOLD.addAll(lost);
            Snapshot snapshot = new Snapshot(List.of(loop));
            List<DumpedCall> calls = lost.stream().map(snapshot::of).filter(Objects::nonNull).toList();
            LoopReport.add(loop, () -> "nobody can complete any more what is waited for here:\n\n" + DumpText.of(snapshot, List.of(), calls));
        }
    }
}
