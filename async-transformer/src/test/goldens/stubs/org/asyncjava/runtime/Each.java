package org.asyncjava.runtime;

import java.util.Iterator;

/** The part of the runtime's class that targets of rules compile against. */
public final class Each<T> implements Iterable<T> {
    private Each() {
    }

    public static <T> Each<T> each(AsyncIterable<T> source) {
        throw new UnsupportedOperationException();
    }

    public static <T> Each<T> each(AsyncIterator<T> source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<T> iterator() {
        throw new UnsupportedOperationException();
    }
}
