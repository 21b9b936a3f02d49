package org.asyncjava.benchmarks.contenders.limitfull;

/** Awaits one operand and returns its value. */
final class One extends Call {
    private final Operands operands;

    One(Operands operands) {
        this.operands = operands;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            complete(promised());
            return;
        }
        Promise operand = operands.publish();
        if (operand.isDone()) {
            complete(operand.take());
        } else {
            suspend(operand, 1);
        }
    }
}
