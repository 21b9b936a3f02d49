package org.asyncjava.runtime;

import java.util.concurrent.atomic.AtomicBoolean;

/** What a dispatcher is given to resume a machine that is a program's own kind of future. */
final class OnceResumption extends AtomicBoolean implements HotResumption {
    private static final long serialVersionUID = 1L;

    private final transient HotCall call;

    OnceResumption(HotCall call) {
        this.call = call;
    }

    /** True for the first who asks. */
    boolean take() {
        return !getAndSet(true);
    }

    @Override
    public HotCall hotCall() {
        return call;
    }

    @Override
    public void run() {
        if (take()) {
            HotDrive.runAtHome(call, ThreadState.current());
        } else {
            Dispatch.ranAgain(this);
        }
    }
}
