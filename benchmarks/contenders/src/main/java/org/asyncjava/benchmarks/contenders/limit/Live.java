package org.asyncjava.benchmarks.contenders.limit;

import org.asyncjava.benchmarks.Contender.Suspended;

/** Calls that wait. */
final class Live implements Suspended {
    private final Promise[] operands;
    private final Promise[] calls;

    Live(int count) {
        operands = new Promise[count];
        calls = new Promise[count];
        for (int i = 0; i < count; i++) {
            operands[i] = new Promise();
            calls[i] = Hold.call(operands[i], i, (long) i << 32, "held", operands);
        }
    }

    @Override
    public long finish() {
        for (int i = 0; i < operands.length; i++) {
            operands[i].complete(i & 7);
        }
        return (Long) SumOfCalls.call(calls).result();
    }

    /** One of them, with its four live locals. */
    private static final class Hold extends Machine {
        private int number;
        private long shifted;
        private String text;
        private Object[] array;

        static Promise call(Promise operand, int number, long shifted, String text, Object[] array) {
            if (operand.isDone()) {
                return new Promise(end(operand.intResult(), number, shifted, text, array));
            }
            Hold machine = new Hold();
            machine.number = number;
            machine.shifted = shifted;
            machine.text = text;
            machine.array = array;
            operand.resumeWhenDone(machine);
            return machine;
        }

        @Override
        void resume(Object value) {
            complete(end((Integer) value, number, shifted, text, array));
        }

        private static int end(int value, int number, long shifted, String text, Object[] array) {
            return shifted >>> 32 == number && text.length() < array.length + 4 ? value : -1;
        }
    }
}
