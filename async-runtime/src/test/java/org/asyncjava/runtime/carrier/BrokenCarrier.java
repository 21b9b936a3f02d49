package org.asyncjava.runtime.carrier;

import org.asyncjava.runtime.ContextCarrier;

/** Throws whenever it is told to. */
public final class BrokenCarrier implements ContextCarrier<Object> {
    /** What it throws, or null. */
    public static volatile RuntimeException failure;

    @Override
    public Object capture() {
        return fail();
    }

    @Override
    public void restore(Object captured) {
        fail();
    }

    private static Object fail() {
        if (failure != null) {
            throw failure;
        }
        return null;
    }
}
