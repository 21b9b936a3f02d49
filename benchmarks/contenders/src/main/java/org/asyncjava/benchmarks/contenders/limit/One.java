package org.asyncjava.benchmarks.contenders.limit;

/** Awaits one operand and returns its value. */
final class One extends Machine {
    static Promise call(Promise[] operands, int number) {
        Promise operand = new Promise();
        operands[number] = operand;
        if (operand.isDone()) {
            return new Promise(operand.result());
        }
        One machine = new One();
        operand.resumeWhenDone(machine);
        return machine;
    }

    @Override
    void resume(Object value) {
        complete(value);
    }
}
