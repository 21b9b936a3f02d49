package org.asyncjava.runtime.abi;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.HotSteps;

/**
 * What the kick-off of a method that returns a future does when the body throws. A class of its own, so that it is not loaded before
 * the first failure: until then the just-in-time compiler takes the handler for unreachable and a result that is read at once costs no object.
 *
 * @since 0.1.0
 */
public final class Failures {
    private static final StackWalker STACK = StackWalker.getInstance();

    private Failures() {
    }

    /**
     * A failed future.
     *
     * @param failure what the body threw before its first suspension
     * @return a new future that has failed with it
     */
    public static CompletableFuture<?> failed(Throwable failure) {
        return HotSteps.failed(failure);
    }

    /**
     * Fails a future of a program's own kind.
     *
     * @param failure what the body threw before its first suspension
     * @param fresh a new, incomplete future
     * @return {@code fresh}, failed
     */
    public static CompletableFuture<?> failed(Throwable failure, CompletableFuture<?> fresh) {
        return HotSteps.failed(failure, fresh);
    }

    /** The future of a body that returned null before its first suspension. */
    static CompletableFuture<?> returnedNull() {
        return failed(nullReturned());
    }

    /**
     * Fails a future of a program's own kind whose method has returned null before its first suspension.
     *
     * @param fresh a new, incomplete future
     * @return {@code fresh}, failed
     */
    public static CompletableFuture<?> returnedNull(CompletableFuture<?> fresh) {
        return failed(nullReturned(), fresh);
    }

    /** The method is the nearest frame outside this package's classes. */
    private static NullPointerException nullReturned() {
        String method = STACK.walk(frames -> frames
                .filter(frame -> !frame.getClassName().equals(Failures.class.getName()) && !frame.getClassName().equals(Hot.class.getName()))
                .map(frame -> simpleName(frame.getClassName()) + "." + frame.getMethodName())
                .findFirst().orElse("the method"));
        return new NullPointerException(method + " returned null instead of a future");
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
