package org.asyncjava.runtime;

/** A callback that runs in the next turn. */
final class SoonHandle extends Handle {
    SoonHandle(Runnable callback) {
        super(callback);
    }
}
