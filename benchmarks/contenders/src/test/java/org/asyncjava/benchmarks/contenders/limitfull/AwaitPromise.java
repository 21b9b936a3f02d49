package org.asyncjava.benchmarks.contenders.limitfull;

/** Awaits a promise and returns its value. */
final class AwaitPromise extends Call {
    private final Promise operand;

    AwaitPromise(Promise operand) {
        this.operand = operand;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            complete(promised());
        } else if (operand.isDone()) {
            complete(operand.take());
        } else {
            suspend(operand, 1);
        }
    }
}
