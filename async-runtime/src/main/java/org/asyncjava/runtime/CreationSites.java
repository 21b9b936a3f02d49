package org.asyncjava.runtime;

import java.util.Collections;
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
        CreationSite site = SITES.get(made);
        return site == null ? "" : " created at " + site.line();
    }
}
