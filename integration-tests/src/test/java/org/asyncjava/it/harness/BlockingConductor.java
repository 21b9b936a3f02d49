package org.asyncjava.it.harness;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Awaitable;

/** Runs an untransformed program, whose awaits block. */
final class BlockingConductor implements Conductor {
    @Override
    public void complete(Runnable completion) {
        completion.run();
    }

    @Override
    public Object result(Callable<Object> program) throws Throwable {
        Object returned = program.call();
        return returned instanceof CompletionStage<?> stage ? BlockingAwait.await(stage) : BlockingAwait.await((Awaitable<?>) returned);
    }

    @Override
    public void close() {
        BlockingGenerator.abandonAll();
    }
}
