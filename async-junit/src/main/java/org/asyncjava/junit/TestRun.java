package org.asyncjava.junit;

import java.lang.reflect.Method;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.TestLoop;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * One test on a loop of its own.
 *
 * @param instance the object with the test
 * @param method the test
 */
record TestRun(Object instance, Method method) {
    void run() throws Throwable {
        AsyncTest test = AnnotationSupport.findAnnotation(method, AsyncTest.class).orElseThrow();
        try (Watchdog watchdog = new Watchdog(test.timeoutSeconds())) {
            watchdog.guard(() -> {
                if (test.time() == AsyncTest.Time.REAL) {
                    inRealTime();
                } else {
                    inVirtualTime();
                }
            });
        }
    }

    private void inRealTime() {
        if (method.getParameterCount() > 0) {
            throw new IllegalStateException("a TestLoop has virtual time: @AsyncTest(time = REAL) method " + method.getName() + " cannot have one");
        }
        Coroutines.run(call());
    }

    private void inVirtualTime() {
        TestLoop loop = new TestLoop();
        Throwable failure = null;
        try {
            loop.run(method.getParameterCount() == 0 ? call() : call(loop));
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        } finally {
            close(loop, failure);
        }
    }

    /** What the test itself throws comes first. */
    private static void close(TestLoop loop, Throwable failure) {
        try {
            loop.close();
        } catch (AssertionError leftovers) {
            if (failure == null) {
                throw leftovers;
            }
            failure.addSuppressed(leftovers);
        }
    }

    @SuppressWarnings("unchecked")
    private Awaitable<Object> call(Object... arguments) {
        Awaitable<Object> awaitable = (Awaitable<Object>) ReflectionSupport.invokeMethod(method, instance, arguments);
        if (awaitable == null) {
            throw new NullPointerException("@AsyncTest method " + method.getName() + " returned null");
        }
        return awaitable;
    }
}
