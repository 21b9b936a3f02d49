package org.asyncjava.runtime;

import java.util.Objects;

/** A piece of work between an acquisition and a release, which comes however the work ends. */
final class Guarded<T> extends Continuation<T> {
    private static final int ACQUIRING = 1;
    private static final int WORKING = 2;

    private final Coroutine<?> acquisition;
    private final Runnable release;
    private final AsyncSupplier<T> work;
    private final String source;

    Guarded(String source, Coroutine<?> acquisition, Runnable release, AsyncSupplier<T> work) {
        this.source = source;
        this.acquisition = acquisition;
        this.release = release;
        this.work = Objects.requireNonNull(work, "work");
    }

    @Override
    protected void resume() throws Throwable {
        switch (ColdSteps.state(this)) {
            case ACQUIRING -> begin(ColdSteps.takeOperand(this));
            case WORKING -> end(ColdSteps.takeOperand(this));
            default -> acquire();
        }
    }

    private void acquire() throws Throwable {
        if (ColdSteps.pending(acquisition, this)) {
            ColdSteps.suspend(this, acquisition, ACQUIRING);
        } else {
            begin(acquisition);
        }
    }

    private void begin(Object acquired) throws Throwable {
        ColdSteps.outcome(acquired);
        Coroutine<T> body;
        try {
            body = Objects.requireNonNull(work.get(), "the work of with(...) returned null instead of a Coroutine");
            if (ColdSteps.pending(body, this)) {
                ColdSteps.suspend(this, body, WORKING);
                return;
            }
        } catch (Throwable failure) {
            release.run();
            throw failure;
        }
        end(body);
    }

    private void end(Object body) throws Throwable {
        Object value;
        try {
            value = ColdSteps.outcome(body);
        } finally {
            release.run();
        }
        complete(value);
    }

    @Override
    protected String source() {
        return source;
    }
}
