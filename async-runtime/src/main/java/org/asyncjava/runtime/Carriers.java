package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/** All {@link ContextCarrier}s that there are. Thread-safe. */
final class Carriers {
    private static final List<ContextCarrier<?>> ALL = load();

    /** Whether there is any; a constant for the compiler. */
    static final boolean PRESENT = !ALL.isEmpty();

    private Carriers() {
    }

    private static List<ContextCarrier<?>> load() {
        List<ContextCarrier<?>> found = new ArrayList<>();
        @SuppressWarnings("rawtypes")
        Iterator<ContextCarrier> providers = ServiceLoader.load(ContextCarrier.class, ContextCarrier.class.getClassLoader()).iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    found.add(providers.next());
                }
            } catch (Throwable broken) {
                FailureLog.tellThread("a context carrier could not be loaded", broken);
            }
        }
        return List.copyOf(found);
    }

    static Object[] capture() {
        Object[] captured = new Object[ALL.size()];
        for (int i = 0; i < captured.length; i++) {
            try {
                captured[i] = ALL.get(i).capture();
            } catch (Throwable failure) {
                FailureLog.tellThread("a context carrier has failed", failure);
            }
        }
        return captured;
    }

    /** Gives the thread what was captured; null: nothing of anything. */
    @SuppressWarnings("unchecked")
    static void restore(Object[] captured) {
        for (int i = 0; i < ALL.size(); i++) {
            try {
                ((ContextCarrier<Object>) ALL.get(i)).restore(captured == null ? null : captured[i]);
            } catch (Throwable failure) {
                FailureLog.tellThread("a context carrier has failed", failure);
            }
        }
    }
}
