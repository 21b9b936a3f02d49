package org.asyncjava.runtime;

import java.util.Iterator;

/** The part of the runtime's type that goldens compile against. */
public abstract class Each<T> implements Iterable<T> {
    public static <T> Each<T> each(AsyncIterable<T> source) {
        throw new UnsupportedOperationException();
    }

    public static <T> Each<T> each(AsyncIterator<T> source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public abstract Iterator<T> iterator();
}
