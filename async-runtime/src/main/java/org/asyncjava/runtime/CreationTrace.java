package org.asyncjava.runtime;

/** Not thrown: carries the place where something was made into the log. */
final class CreationTrace extends Throwable {
    private static final long serialVersionUID = 1L;

    CreationTrace(CreationSite site) {
        super("created at", null, false, true);
        setStackTrace(site.callers().toArray(StackTraceElement[]::new));
    }
}
