package org.asyncjava.junit;

import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** One run of a test on a loop: what becomes of what its methods throw. */
interface TestRun {
    /** Which of a test's methods runs. */
    enum Part {
        /** What sets it up, or clears up after it. */
        AROUND,
        /** The test. */
        TEST
    }

    /** The loop of all parts. */
    TestLoop loop();

    /** Calls a method. */
    <T> T call(Invocation<T> method, Part part) throws Throwable;

    /**
     * Ends the run, and its loop.
     *
     * @param hasFailed whether Jupiter knows of a failure
     * @throws Throwable the run's failure
     */
    void end(boolean hasFailed) throws Throwable;

    /** The only run of a test: whatever is thrown fails it. */
    record Single(TestLoop loop) implements TestRun {
        @Override
        public <T> T call(Invocation<T> method, Part part) throws Throwable {
            return method.proceed();
        }

        @Override
        public void end(boolean hasFailed) {
            loop.close();
        }
    }
}
