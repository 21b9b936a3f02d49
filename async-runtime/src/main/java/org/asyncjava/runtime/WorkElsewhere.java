package org.asyncjava.runtime;

/**
 * What others do while a loop on virtual time waits for it: the loop's time stands still, since nobody can say how much of it that takes. What the work
 * asks of that loop itself may need the loop's time, which goes on until the answer is there. So that this is known, the context in which the work is
 * done tells what it is part of.
 *
 * <p>Confined to the loop that waits, but for {@link #wake}, which says from any thread that the work is over, after those who wait for it were told.
 */
final class WorkElsewhere implements Driver, Runnable {
    private final EventLoop waiting;
    private final Object work;
    /** What the code that waits is part of itself. */
    private WorkElsewhere around;
    private volatile boolean over;
    private boolean begun;
    /** How many answers of the loop the work waits for. */
    private int answers;
    private boolean holdsTime;

    private WorkElsewhere(EventLoop waiting, Object work) {
        this.waiting = waiting;
        this.work = work;
    }

    /** Work that a loop is to wait for; null where time passes by itself. */
    static WorkElsewhere of(EventLoop waiting, Object work) {
        return waiting.scheduler.isOnSystemTime() ? null : new WorkElsewhere(waiting, work);
    }

    /** Others are at work for a loop, if it is on virtual time, until there is an outcome. */
    static void until(LoopFuture<?> outcome) {
        WorkElsewhere work = of(outcome.loop, outcome);
        if (work != null) {
            work.beginUntil(outcome);
        }
    }

    /** Work of one loop, for somebody who waits for it on the loop that runs here; null where he does not, or time passes by itself. */
    static WorkElsewhere of(Driver driver, EventLoop working, Object work) {
        EventLoop home = homeOf(driver);
        return home == null || home == working || !home.isOwnThread() || TestThreads.giveTurns(home, working) ? null : of(home, work);
    }

    private static EventLoop homeOf(Driver driver) {
        if (driver instanceof Task<?> task) {
            return task.loop;
        }
        return driver instanceof HotResumption method && ContextDispatcher.dispatcherOf(method.hotCall()) instanceof EventLoop loop ? loop : null;
    }

    /** The context for the code of some work, made of a copy of that of the code which waits; the same if there is no such work. */
    static Context context(WorkElsewhere work, Context copy) {
        return work == null ? copy : work.within(copy == null ? new Context() : copy);
    }

    private Context within(Context copy) {
        around = current(copy);
        while (around != null && around.over) {
            around = around.around;
        }
        copy.partOf = this;
        return copy;
    }

    private static WorkElsewhere current(Context context) {
        return context == null ? null : (WorkElsewhere) context.partOf;
    }

    /** What some work is here, whose code runs in a context; null if no loop on virtual time waits for it. */
    static WorkElsewhere ofContext(Context context, Object work) {
        WorkElsewhere innermost = current(context);
        return innermost != null && innermost.work == work ? innermost : null;
    }

    /**
     * A loop has been asked for something by code outside of it: lets its time go on if it waits for that code.
     *
     * @param context that of who asks
     * @return the answer
     */
    static <F extends LoopFuture<?>> F answering(Context context, F answer) {
        WorkElsewhere asking = current(context);
        while (asking != null && asking.waiting != answer.loop) {
            asking = asking.around;
        }
        if (asking != null) {
            WorkElsewhere found = asking;
            found.answers(1);
            answer.addDoneCallback(done -> found.answers(-1));
        }
        return answer;
    }

    private void answers(int change) {
        answers += change;
        holdTime();
    }

    /** The work has been sent to whoever does it. */
    void begin() {
        begun = true;
        holdTime();
    }

    /** The work has been sent, and is over with an outcome of the loop that waits. */
    void beginUntil(LoopFuture<?> outcome) {
        begin();
        outcome.addDoneCallback(done -> run());
    }

    private void holdTime() {
        boolean holds = begun && !over && answers == 0;
        if (holds != holdsTime) {
            holdsTime = holds;
            waiting.scheduler.worksElsewhere(holds ? 1 : -1);
        }
    }

    /** On the loop: the work is over. */
    @Override
    public void run() {
        over = true;
        holdTime();
    }

    @Override
    public void wake() {
        waiting.resume(this);
    }

    /** Who waits for the work, to be woken before its end is told. */
    Driver after(Driver first) {
        return () -> {
            first.wake();
            wake();
        };
    }
}
