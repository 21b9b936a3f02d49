package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Where tasks, futures and callbacks were made, in debug mode. Keeps none of them alive. Thread-safe. */
final class CreationSites {
    private static final Map<Object, CreationSite> SITES = Collections.synchronizedMap(new WeakHashMap<>());

    private CreationSites() {
    }

    /** Remembers that an object is being made by the calling code. */
    static void note(Object made) {
        CreationSite site = CreationSite.current(CreationSites.class);
        if (site != null) {
            SITES.put(made, site);
        }
    }

    /** Has an object count as made where another one was. */
    static void copy(Object original, Object likeness) {
        CreationSite site = SITES.get(original);
        if (site != null) {
            SITES.put(likeness, site);
        }
    }

    /** {@code " created at Demo.main(Demo.java:14)"}, or nothing if it is not known. */
    static String suffix(Object made) {
        String line = lineOf(made);
        return line.isEmpty() ? "" : " created at " + line;
    }

    /** {@code "Demo.main(Demo.java:14)"}, or nothing if it is not known. */
    static String lineOf(Object made) {
        CreationSite site = SITES.get(made);
        return site == null ? "" : site.line().toString();
    }

    /** Remembers that a method that returns a future is about to be suspended for the first time: by whom it was called. */
    static void noteCall(Object machine) {
        String generated = machine.getClass().getName();
        List<StackTraceElement> calls = ProgramCalls.in(Arrays.stream(new Throwable().getStackTrace()).filter(frame -> !frame.getClassName().equals(generated)),
                CreationSite.DEPTH + 1, none -> false);
        if (calls.size() > 1) {
            SITES.put(machine, new CreationSite(calls.get(0), calls.subList(1, calls.size())));
        }
    }
}
