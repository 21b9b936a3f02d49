package org.asyncjava.runtime;

/** Code that a loop runs for somebody who awaits it anywhere: coroutine, operand and what the loop is sent in one object. */
final class CallOnLoop<T> extends OutsideCall<T> implements Runnable {
    private final AsyncSupplier<T> code;

    /** Set before the loop is sent this: by who awaits. */
    private Context context;

    CallOnLoop(EventLoop loop, AsyncSupplier<T> code) {
        super(loop);
        this.code = code;
    }

    @Override
    boolean begin(int depth) {
        beginAs(BEGUN);
        return true;
    }

    @Override
    void subscribe(Driver waiting) {
        GroupEnd.requireTaking(callee());
        driver(waiting);
        WorkElsewhere work = WorkElsewhere.of(waiting, callee(), this);
        context = WorkElsewhere.context(work, Context.captured(ThreadState.current()));
        if (!changes(BEGUN, SENT)) {
            wakeLate(); // cancelled by another thread in between
            return;
        }
        try {
            callee().execute(this);
            if (work != null) {
                work.begin();
            }
        } catch (Throwable refused) {
            if (changes(SENT, OVER)) {
                throw refused;
            }
        }
    }

    /** On the loop. */
    @Override
    public void run() {
        if (changes(SENT, RUNNING)) { // otherwise it was cancelled
            start(this::task);
        }
    }

    private Task<T> task() {
        TaskOptions options = context == null ? TaskOptions.DEFAULT : TaskOptions.DEFAULT.in(context);
        return WorkElsewhere.answering(context, callee().createTask(InPlace.coroutine(code), options));
    }

    @Override
    Driver asWoken(Driver waiting) {
        WorkElsewhere work = WorkElsewhere.ofContext(context, this);
        return work == null ? waiting : work.after(waiting);
    }

    @Override
    public String toString() {
        return "<EventLoop.call()>";
    }
}
