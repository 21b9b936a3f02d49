package org.asyncjava.runtime;

/**
 * Decides what a loop runs next: what is ready, first in first out; then what other threads have sent; then the timers that are due. What
 * is added during a turn runs in the next one, as in asyncio.
 *
 * <p>Confined to the loop's thread but for {@link #addFromAnyThread}.
 */
final class Scheduler {
    /** The clock is looked at when the number of steps has none of these bits. */
    private static final int CLOCK_MASK = 15;
    /** A loop that never waits looks each time it has run so many steps, a power of two, whether it is recorded. */
    private static final int LOOKS_FOR_RECORDING = 1 << 12;

    private final ReadyQueue ready = new ReadyQueue();
    /** {@link Timers#NONE} before the first: a loop may be one of very many. */
    private Timers timers = Timers.NONE;
    private final Inbox inbox = new Inbox();
    private final EventLoop loop;
    private final Pump pump;
    /** Whether the pump is to be told of what is added. */
    private final boolean turnsAreAskedFor;
    /** Null where nobody watches. */
    private StepWatch watch;
    /** How much is done elsewhere that the loop waits for and that tells it of its end: time stands still if it is virtual. */
    private int worksElsewhere;
    private boolean running;
    /** How much of a turn that was broken off is left. */
    private int left;

    /**
     * Makes an empty one.
     *
     * @param loop told which item has thrown what
     * @param pump runs the turns
     */
    Scheduler(EventLoop loop, Pump pump) {
        this.loop = loop;
        this.pump = pump;
        this.turnsAreAskedFor = !(pump instanceof OwnThread);
    }

    long now() {
        return pump.clock().now();
    }

    Timers timers() {
        return timers;
    }

    void add(Runnable item) {
        ready.add(item);
        if (turnsAreAskedFor) {
            pump.added();
        }
    }

    void addTimer(long when, Timers.Timer timer) {
        if (timers == Timers.NONE) {
            timers = new Timers();
        }
        timers.add(when, timer);
        pump.timerAdded(when);
    }

    /** Tells whether something is ready or was sent. */
    boolean hasWork() {
        return !ready.isEmpty() || !inbox.isEmpty();
    }

    /** Tells whether something is ready or was sent beside what runs next. */
    boolean hasMoreWork() {
        return ready.size() > 1 || !inbox.isEmpty();
    }

    /** False if this scheduler has been closed. */
    boolean addFromAnyThread(Runnable item) {
        if (!inbox.add(item)) {
            return false;
        }
        pump.wake();
        return true;
    }

    /** Who runs the items and reports slow ones; null for nobody. */
    void watch(SlowCallbacks slowCallbacks) {
        watch = FlightRecording.isOn() ? FlightRecording.recorder(slowCallbacks) : slowCallbacks;
    }

    /** A recording of the JVM's flight recorder may have begun or ended. */
    private void heedRecording() {
        if (ready.passes(LOOKS_FOR_RECORDING)) {
            FlightRecording.look();
        }
        if (FlightRecording.isOn() != (watch != null && watch.records())) {
            watch(watch == null ? null : watch.slowCallbacks());
        }
    }

    /** Runs a step of a task within another step. */
    void runWithin(Task<?> task) {
        if (watch == null) {
            task.run();
        } else {
            watch.runWithin(task);
        }
    }

    /** Lets a virtual clock skip the time to the first timer; false if the time is real, or nothing waits for it. */
    boolean skipsTime() {
        LoopClock clock = pump.clock();
        long until = timeToWaitFor();
        if (!clock.isVirtual() || until == Nanos.NEVER) {
            return false;
        }
        clock.awaitUntil(until);
        return true;
    }

    /**
     * One turn that waits, if nothing is ready, until something is.
     *
     * @param steering chooses what runs next; null for first in, first out
     */
    void awaitTurn(ThreadState thread, Steering steering) {
        if (ready.isEmpty()) {
            if (steering != null && inbox.isEmpty() && timers.isEmpty() && worksElsewhere == 0) {
                throw steering.stuck();
            }
            idle(steering);
            if (ready.isEmpty()) {
                park(steering);
            }
            FlightRecording.look();
        }
        turn(thread, steering);
    }

    /** There is nothing to run, unless what is reported of that is. */
    private void idle(Steering steering) {
        if (Debug.FINDS_DEADLOCKS && steering == null && !hasWork()) {
            LoopReports.ONE.idles(loop);
        }
    }

    private void park(Steering steering) {
        Runnable afterwards = Debug.FINDS_DEADLOCKS && steering == null ? LoopReports.ONE.parks(loop) : null;
        try {
            pump.await(inbox, timeToWaitFor());
        } finally {
            if (afterwards != null) {
                afterwards.run();
            }
        }
    }

    /**
     * One turn: runs exactly what is ready now, or as many steps of what is chosen.
     *
     * @param steering chooses what runs next; null for first in, first out
     */
    void turn(ThreadState thread, Steering steering) {
        collect();
        running = true;
        if (steering == null) {
            for (int count = ready.size(); count > 0; count--) {
                runFirst(thread);
            }
        } else {
            for (int count = ready.size(); count > 0; count--) {
                runChosen(thread, steering);
            }
        }
        running = false;
        ready.shrink();
    }

    private void runChosen(ThreadState thread, Steering steering) {
        ready.bringForward(steering.next(ready));
        Runnable item = ready.first();
        runFirst(thread);
        steering.ran(item);
    }

    /**
     * A part of the turns that are to run: so many steps at most, and none that begins after so many nanoseconds. It may interrupt a step of this
     * loop, which stays where it is.
     */
    void runSome(ThreadState thread, int steps, long nanos) {
        boolean interrupts = running;
        Runnable interrupted = interrupts ? ready.first() : null;
        if (interrupts) {
            ready.removeFirst();
        }
        running = true;
        FlightRecording.look();
        try {
            Steering steering = TestThreads.steering(loop);
            runUntil(System.nanoTime() + nanos, steps, thread, steering);
            if (!interrupts) {
                idle(steering);
            }
        } finally {
            running = interrupts;
            if (interrupts) {
                ready.addFirst(interrupted);
            }
        }
        ready.shrink();
    }

    private void runUntil(long end, int steps, ThreadState thread, Steering steering) {
        int done = 0;
        if (left > 0) {
            pump.turnBegins();
        }
        do {
            if (left == 0 && !beginTurn()) {
                return;
            }
            left--;
            if (steering == null) {
                runFirst(thread);
            } else {
                runChosen(thread, steering);
            }
            done++;
        } while (done < steps && ((done & CLOCK_MASK) != 0 || System.nanoTime() - end < 0));
    }

    /** What the next turn runs: what is ready, what was sent, and the timers that are due. */
    private void collect() {
        inbox.drainTo(ready);
        if (!timers.isEmpty()) {
            timers.drainDue(now(), ready);
        }
        heedRecording();
    }

    /** Begins a turn; false if there is nothing for it to run. */
    private boolean beginTurn() {
        collect();
        left = ready.size();
        pump.turnBegins();
        return left > 0;
    }

    /** What is ready cannot run where it is to: runs it here, with the refusal thrown at the awaits of those that would go on. */
    void refuseReady(ThreadState thread, Throwable refusal) {
        boolean outer = running;
        running = true;
        beginTurn();
        while (left > 0) {
            left--;
            refuse(ready.first(), refusal);
            runFirst(thread);
        }
        running = outer;
    }

    private static void refuse(Runnable item, Throwable refusal) {
        if (item instanceof Task<?> task) {
            task.refuse(refusal);
        } else if (item instanceof HotResumption resumption) {
            Dispatch.refuse(resumption, refusal);
        }
    }

    /** In one method, since the compiler inlines fifteen levels, of which a method that awaits needs eight. */
    private void runFirst(ThreadState thread) {
        if (thread.context != null) {
            thread.context = null; // what has a context brings it along
        }
        Object item = ready.peek();
        try {
            if (watch != null) {
                watch.run((Runnable) item);
            } else if (item instanceof Task<?> task) {
                task.run();
            } else if (item instanceof HotContinuation<?> call) {
                Dispatch.run(call, thread);
            } else {
                ((Runnable) item).run();
            }
        } catch (Throwable failure) {
            loop.exceptions.uncaught((Runnable) item, failure);
        } finally {
            ready.removeFirst();
        }
    }

    /** The end: runs what is ready and what that adds, but no step of a task, and takes back what has a handle. */
    void runRest(ThreadState thread) {
        running = true;
        while (!ready.isEmpty()) {
            Runnable first = ready.first();
            if (first instanceof Handle handle && !(handle instanceof SentHandle)) {
                handle.cancel();
            }
            if (first instanceof Task<?> task && !task.isDone()) {
                ready.removeFirst();
            } else {
                runFirst(thread);
            }
        }
        running = false;
    }

    /** So much more, or less, is done elsewhere: see {@link WorkElsewhere}. */
    void worksElsewhere(int change) {
        worksElsewhere += change;
    }

    /** What runs now: the first of the queue until it has returned. Null between the turns. */
    Object running() {
        return running ? ready.peek() : null;
    }

    /** Tells whether a turn is on: that nothing else runs before what runs now has returned. */
    boolean isInTurn() {
        return running;
    }

    /** Tells whether the next turn would run nothing unless time passes or another thread sends something. */
    boolean isIdle() {
        return ready.isEmpty() && inbox.isEmpty() && (timers.isEmpty() || timers.firstTime() > now());
    }

    private long timeToWaitFor() {
        return timers.isEmpty() || worksElsewhere > 0 ? Nanos.NEVER : timers.firstTime();
    }

    /** Takes nothing from other threads any more. */
    void closeInbox() {
        inbox.closeInto(ready);
    }

    boolean isOnSystemTime() {
        return !pump.clock().isVirtual();
    }
}
