package org.asyncjava.benchmarks.contenders.limitfull;

/** Awaits a promise; what the await throws is its result. */
final class Guard extends Call {
    private final Promise operand;

    Guard(Promise operand) {
        this.operand = operand;
    }

    @Override
    protected void resume() {
        if (place() == 1) {
            try {
                complete(promised());
            } catch (Throwable thrown) {
                complete(thrown);
            }
        } else {
            suspend(operand, 1);
        }
    }
}
