package org.asyncjava.runtime;

import java.util.concurrent.Executor;

/**
 * Where a suspended method goes on when what it awaits is done.
 */
public interface Dispatcher extends Executor {
    /**
     * The dispatcher in force on this thread.
     *
     * @return the dispatcher, or null if suspended methods are resumed by whoever completes their operand
     */
    static Dispatcher current() {
        return ThreadState.current().dispatcher;
    }
}
