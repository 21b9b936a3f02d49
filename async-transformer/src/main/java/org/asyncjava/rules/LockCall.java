package org.asyncjava.rules;

/** The methods of {@code java.util.concurrent.locks.Lock} by which a thread comes to own a lock and gives it back. */
public final class LockCall {
    /** Name of the interface that declares them. */
    public static final String TYPE = "java.util.concurrent.locks.Lock";

    private LockCall() {
    }

    /**
     * Tells whether a method of a lock acquires it, whatever happens.
     *
     * @param method name of the method
     * @return true if so
     */
    public static boolean acquires(String method) {
        return method.equals("lock") || method.equals("lockInterruptibly");
    }

    /**
     * Tells whether a method of a lock acquires it if its result is true, and not otherwise.
     *
     * @param method name of the method
     * @return true if so
     */
    public static boolean tries(String method) {
        return method.equals("tryLock");
    }

    /**
     * Tells whether a method of a lock gives it back.
     *
     * @param method name of the method
     * @return true if so
     */
    public static boolean releases(String method) {
        return method.equals("unlock");
    }
}
