package org.asyncjava.it.harness;

import java.util.concurrent.Callable;

/** An async method threw at its caller, which none may do. */
final class ThrownAtCaller extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ThrownAtCaller(Throwable cause) {
        super(Env.text(cause), cause);
    }

    static Object guard(Callable<Object> program) {
        try {
            return program.call();
        } catch (Throwable failure) {
            throw new ThrownAtCaller(failure);
        }
    }
}
