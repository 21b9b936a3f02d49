package org.asyncjava.benchmarks.contenders.limitfull;

/** Awaits one operand and returns its value. */
final class One extends Call {
    private final Loop loop;
    private final Promise[] operands;
    private final int number;

    One(Loop loop, Promise[] operands, int number) {
        this.loop = loop;
        this.operands = operands;
        this.number = number;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            complete(promised());
            return;
        }
        Promise operand = new Promise(loop);
        operands[number] = operand;
        if (operand.isDone()) {
            complete(operand.take());
        } else {
            suspend(operand, 1);
        }
    }
}
