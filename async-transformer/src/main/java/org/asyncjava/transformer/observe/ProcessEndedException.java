package org.asyncjava.transformer.observe;

import java.io.IOException;

/** The process that was looked at is no more. */
public final class ProcessEndedException extends IOException {
    private static final long serialVersionUID = 1L;

    ProcessEndedException(long process) {
        super("process " + process + " has ended");
    }
}
