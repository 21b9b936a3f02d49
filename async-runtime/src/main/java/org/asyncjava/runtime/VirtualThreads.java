package org.asyncjava.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The virtual threads of Java 21 and newer, found at run time since older ones have none. */
final class VirtualThreads {
    /** Starts a virtual thread for each command; null where there are none. */
    static final Executor EXECUTOR = find();

    private VirtualThreads() {
    }

    /** A service that starts a virtual thread for each command and knows when all have ended; only where there are virtual threads. */
    static ExecutorService newService() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(Executors.class, "newVirtualThreadPerTaskExecutor", MethodType.methodType(ExecutorService.class)).invoke();
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }

    private static Executor find() {
        try {
            MethodHandle start = MethodHandles.publicLookup()
                    .findStatic(Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class))
                    .asType(MethodType.methodType(void.class, Runnable.class));
            start.invoke((Runnable) () -> { }); // Java 19 and 20 have the method, and refuse
            return command -> start(start, command);
        } catch (Throwable none) {
            return null;
        }
    }

    private static void start(MethodHandle start, Runnable command) {
        try {
            start.invokeExact(command);
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }
}
