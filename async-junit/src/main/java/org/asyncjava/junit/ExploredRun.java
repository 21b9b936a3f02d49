package org.asyncjava.junit;

import org.asyncjava.runtime.Exploration;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.opentest4j.TestAbortedException;

/** One run of a test that runs in many orders. What its methods throw is kept from Jupiter, but for the one run that is to tell it. */
final class ExploredRun implements TestRun {
    private final Exploration.Run run;
    private final Invocations invocations;
    private boolean isGivenUp;

    ExploredRun(Exploration.Run run, Invocations invocations) {
        this.run = run;
        this.invocations = invocations;
    }

    @Override
    public TestLoop loop() {
        return run.loop();
    }

    /** The test is not called when what sets it up has failed. */
    @Override
    public <T> T call(Invocation<T> method, Part part) throws Throwable {
        if (isGivenUp && part == Part.TEST) {
            method.skip();
            return null;
        }
        run.inBody(part == Part.TEST);
        try {
            return method.proceed();
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Throwable failure) {
            run.failed(failure);
            isGivenUp = true;
            return null;
        } finally {
            run.inBody(false);
        }
    }

    @Override
    public void end(boolean hasFailed) throws Throwable {
        if (hasFailed) {
            invocations.stop();
        }
        run.end();
    }
}
