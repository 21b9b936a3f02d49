package org.asyncjava.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** What there is of something, the oldest first; keeps none of it alive, and is asked for by none of its methods. Thread-safe. */
final class WeakList<E> {
    private static final int INITIAL = 16;

    private final List<WeakReference<E>> elements = new ArrayList<>();
    private int cleanAt = INITIAL;

    synchronized void add(E element) {
        if (elements.size() >= cleanAt) {
            elements.removeIf(each -> each.refersTo(null));
            cleanAt = Math.max(INITIAL, 2 * elements.size());
        }
        elements.add(new WeakReference<>(element));
    }

    /** Those that are left. */
    synchronized List<E> all() {
        List<E> all = new ArrayList<>(elements.size());
        for (WeakReference<E> each : elements) {
            E element = each.get();
            if (element != null) {
                all.add(element);
            }
        }
        return all;
    }
}
