package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The turns of a loop whose thread is somebody else's: that of a host, or whatever threads an executor has. The host is given a run when there is
 * something to do, one at a time; a run does a bounded amount of work, so that the host's own work goes on, and is followed by another one while
 * something is left.
 *
 * <p>A run may begin on a stack that is inside another loop's step; where the host handles events within a step, as in a modal dialog, also inside
 * a step of the same loop. What the host runs at once, while it is being asked, begins when it has been asked. What it runs twice has no effect.
 *
 * <p><b>Races.</b> Whoever sends something adds it first and then sets {@link #REQUESTED}; a run clears that first and then takes what was sent.
 * From run to run the state is handed over by compare-and-set, so that each sees what the one before has written.
 */
final class HostTurns implements Pump, Runnable {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(HostTurns.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** A run is to come. The host has it, but for {@link #OWED}. */
    private static final int REQUESTED = 1;
    /** A run is on. */
    private static final int RUNNING = 2;
    /** The host does not have the run that is to come: the one that is on gives it to it in the end. */
    private static final int OWED = 4;
    /** The host has ended: one more run settles everything, and none comes after that. */
    private static final int ENDING = 8;
    /** That run is on. The host is given nothing any more. */
    private static final int SETTLING = 16;

    /** What a host has done with a run. */
    private enum Given { ACCEPTED, RUN_AT_ONCE, REFUSED }

    /** What has become of a run that is to begin: it does, waits for the one that another thread is at, or there is none to come. */
    private enum Begun { MINE, LATER, NONE }

    private final EventLoop loop;
    private final LoopHost host;
    private final HostKind kind;
    private final LoopClock clock;
    /** Held by this object: a host may know it weakly. Null before the host has been asked to tell of its end. Guarded by this object. */
    private Runnable end;
    private volatile int state;

    /** Wakes the loop for its timers; null before the first: a strand is one of very many. On the loop's thread. */
    private AlarmClock alarms;

    /** What is to run when the run has left the loop; null if nothing is. On the loop's thread. */
    private List<Runnable> afterwards;

    HostTurns(EventLoop loop, LoopHost host, HostKind kind, LoopClock clock) {
        this.loop = loop;
        this.host = host;
        this.kind = kind;
        this.clock = clock;
    }

    /**
     * The loop was asked for: the first time, the host is asked to tell of its end. Any thread. Where that fails, which is thrown, the loop ends at once:
     * it is nobody's who asks from now on, and who has it already is refused.
     */
    void learnOfEnd() {
        synchronized (this) {
            if (end != null) {
                return;
            }
            end = this::end;
        }
        try {
            host.onEnd(end);
        } catch (Throwable broken) {
            HostedLoops.ended(loop);
            end();
            throw broken;
        }
    }

    boolean isStrand() {
        return kind != HostKind.HOST;
    }

    @Override
    public LoopClock clock() {
        return clock;
    }

    @Override
    public boolean isCurrent() {
        return HostedLoops.isCurrent(host);
    }

    @Override
    public DefaultExecutor newDefaultExecutor() {
        return kind.newDefaultExecutor();
    }

    @Override
    public void requireRunnable() {
        throw new IllegalStateException(kind.refusalToRun);
    }

    @Override
    public void await(Inbox inbox, long until) {
        requireRunnable();
    }

    @Override
    public void wake() {
        if (request()) {
            give(ThreadState.current());
        }
    }

    /** A run takes what it adds itself; but the host may handle events, and so run turns, before the step that adds something has ended. */
    @Override
    public void added() {
        if ((state & REQUESTED) == 0 && (kind.nests || !loop.isOwnThread())) {
            wake();
        }
    }

    @Override
    public void timerAdded(long when) {
        if (kind.nests || !loop.isOwnThread()) {
            alarms().ring(when);
        }
    }

    private AlarmClock alarms() {
        if (alarms == null) {
            alarms = new AlarmClock(host, this);
        }
        return alarms;
    }

    /** Has the host wake the loop at the time of its first timer. */
    private void setAlarm() {
        if (alarms != null || !loop.scheduler.timers().isEmpty()) {
            alarms().follow(loop.scheduler.timers());
        }
    }

    /** The first step of the turn may let the host handle events: what comes after it, and the timers, must not wait for its end. */
    @Override
    public void turnBegins() {
        if (kind.nests) {
            if (loop.scheduler.hasMoreWork()) {
                added();
            }
            setAlarm();
        }
    }

    /** Notes that a run is to come; true if the caller is to give it to the host. */
    private boolean request() {
        int seen;
        boolean owed;
        do {
            seen = state;
            if ((seen & (REQUESTED | SETTLING)) != 0 || (seen & (ENDING | RUNNING)) == ENDING) {
                return false;
            }
            owed = (seen & RUNNING) != 0 && !kind.nests;
        } while (!STATE.compareAndSet(this, seen, seen | REQUESTED | (owed ? OWED : 0)));
        return !owed;
    }

    /** Gives the host the run that was requested; does it here if the host does so or refuses. Where a run is on it is left to that. */
    private void give(ThreadState thread) {
        Refusal refusal = new Refusal();
        if (ask(thread, refusal) == Given.ACCEPTED) {
            return;
        }
        if (loop.isOwnThread()) {
            STATE.getAndBitwiseOr(this, OWED);
        } else if (LaterRuns.isDeep(thread)) {
            LaterRuns.add(thread, () -> runRequested(ThreadState.current(), refusal.cause));
        } else {
            runRequested(thread, refusal.cause);
        }
    }

    /** Why a host has refused. */
    private static final class Refusal {
        private Throwable cause;
    }

    /** Asks the host to run the next turn. Never throws. */
    private Given ask(ThreadState thread, Refusal refusal) {
        Object outer = thread.asking;
        thread.asking = this;
        Throwable failure = null;
        try {
            host.execute(this);
        } catch (Throwable refused) {
            failure = refused;
        }
        boolean atOnce = thread.asking != this;
        thread.asking = outer;
        if (failure == null) {
            return atOnce ? Given.RUN_AT_ONCE : Given.ACCEPTED;
        }
        if (atOnce) {
            DroppedFailure.reportBroken("execute() of a loop's host, which has run what it was given,", failure, null);
            return Given.RUN_AT_ONCE;
        }
        refusal.cause = failure;
        return Given.REFUSED;
    }

    /** Called by the host. */
    @Override
    public void run() {
        ThreadState thread = ThreadState.current();
        if (thread.asking == this) {
            thread.asking = null;
        } else if (loop.isOwnThread()) {
            runNested(thread);
        } else if (!kind.nests && LaterRuns.isDeep(thread)) {
            LaterRuns.add(thread, this);
        } else {
            runRequested(thread, null);
        }
    }

    private void runRequested(ThreadState thread, Throwable refusal) {
        Begun begun = begin();
        if (begun == Begun.MINE) {
            runs(thread, refusal);
        } else if (begun == Begun.NONE && refusal != null && (state & ENDING) == 0) {
            DroppedFailure.reportBroken("execute() of a loop's host, which has run what it was given,", refusal, null);
        }
    }

    /** Takes the run that was requested. */
    private Begun begin() {
        int seen;
        boolean mine;
        do {
            seen = state;
            if ((seen & REQUESTED) == 0 || (seen & OWED) != 0) {
                return Begun.NONE;
            }
            mine = (seen & RUNNING) == 0;
        } while (!STATE.compareAndSet(this, seen, mine ? seen & ~REQUESTED | RUNNING : seen | OWED));
        return mine ? Begun.MINE : Begun.LATER;
    }

    /** A host's events are handled within a step of this loop. The interrupted step stays as it is. A strand waits for it to end. */
    private void runNested(ThreadState thread) {
        if (!kind.nests) {
            begin();
            return;
        }
        int seen = (int) STATE.getAndBitwiseAnd(this, ~(REQUESTED | OWED));
        if ((seen & REQUESTED) == 0) {
            return;
        }
        List<Runnable> after = runOnce(thread, this::runSome);
        if (loop.scheduler.hasWork() && request()) {
            give(thread);
        }
        runAll(after);
    }

    /** Runs turns for the first time, on the calling thread, which nobody but this thread knows of yet. */
    void runHere(Runnable first) {
        state = RUNNING | REQUESTED; // no further run is asked for because of what is added
        loop.scheduler.add(first);
        state = RUNNING;
        runs(ThreadState.current(), null);
    }

    /** A run and, where the host does that at once or refuses, those that follow. The first is on. */
    private void runs(ThreadState thread, Throwable refusedBefore) {
        Refusal refusal = new Refusal();
        refusal.cause = refusedBefore;
        boolean again = true;
        while (again) {
            Throwable refused = refusal.cause;
            refusal.cause = null;
            List<Runnable> after = runOnce(thread, state -> runOrEnd(state, refused));
            again = handBack(thread, refusal) != Given.ACCEPTED;
            runAll(after);
            again = again && begin() == Begun.MINE;
        }
        if (thread.runs == 0) {
            LaterRuns.runAll(thread);
        }
    }

    /** Enters the loop, does something as the loop, sets its alarm, and leaves it. Returns what is to run outside of it; null for nothing. */
    private List<Runnable> runOnce(ThreadState thread, Consumer<ThreadState> part) {
        ThreadState.Outside outside = loop.enter(thread);
        thread.runs++;
        try {
            part.accept(thread);
            setAlarm();
            List<Runnable> after = afterwards;
            afterwards = null;
            return after;
        } finally {
            thread.runs--;
            loop.leave(thread, outside);
        }
    }

    private void runSome(ThreadState thread) {
        loop.scheduler.runSome(thread, kind.steps, kind.nanos);
    }

    private void runOrEnd(ThreadState thread, Throwable refusal) {
        if (refusal != null && kind.endsWhenRefused) {
            STATE.getAndBitwiseOr(this, ENDING);
        }
        if ((state & ENDING) != 0) {
            STATE.getAndBitwiseOr(this, SETTLING);
            loop.endWithHost(thread);
        } else if (refusal != null) {
            loop.scheduler.refuseReady(thread, refusal);
        } else {
            runSome(thread);
        }
    }

    private static void runAll(List<Runnable> after) {
        if (after != null) {
            after.forEach(Trampoline::run);
        }
    }

    /** Ends a run; gives the host another one if something is left or was sent. */
    private Given handBack(ThreadState thread, Refusal refusal) {
        boolean more = loop.scheduler.hasWork() || loop.scheduler.skipsTime();
        int seen;
        int next;
        do {
            seen = state;
            boolean wanted = more || (seen & REQUESTED) != 0 || (seen & ENDING) != 0 && loop.isOpen();
            next = seen & ENDING | (wanted && !loop.isAtEnd() ? REQUESTED : 0);
        } while (!STATE.compareAndSet(this, seen, next));
        if (next == ENDING + REQUESTED) {
            return Given.RUN_AT_ONCE;
        }
        // none is to come, or the host has it
        return next == 0 || next == ENDING || (seen & (REQUESTED | OWED)) == REQUESTED ? Given.ACCEPTED : ask(thread, refusal);
    }

    /** The host has ended, or is about to. Any thread. */
    void end() {
        int seen;
        do {
            seen = state;
            if ((seen & ENDING) != 0) {
                return;
            }
        } while (!STATE.compareAndSet(this, seen, (seen & RUNNING) != 0 ? seen | ENDING : RUNNING | ENDING));
        if ((seen & RUNNING) == 0) {
            runs(ThreadState.current(), null);
        }
    }

    /** Has something run on the thread of this run when it has left the loop. On the loop's thread, during a run. */
    void afterRun(Runnable work) {
        if (afterwards == null) {
            afterwards = new ArrayList<>(1);
        }
        afterwards.add(work);
    }
}
