package org.asyncjava.it.libraries;

import java.lang.reflect.Array;

/**
 * What a method returns that has become a generator: it has emitted the value and then, of an array, its elements, which are put back to where they
 * were. Whatever was lost or came twice, late or early makes a library behave differently.
 */
public final class Collected {
    private Object value;
    private int next = -1;

    /** Takes what was emitted. */
    public void add(Object element) {
        if (element == Injected.NOTHING) {
            return;
        }
        if (next < 0) {
            value = element;
        } else {
            Array.set(value, next, element);
        }
        next++;
    }

    /** What the method returns. */
    public Object value() {
        if (next != Injected.length(value)) {
            throw new IllegalStateException(next + " elements of " + Injected.length(value));
        }
        return value;
    }
}
