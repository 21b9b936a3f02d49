package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.benchmarks.Contender.Suspended;

/** Calls that wait. */
final class Live implements Suspended {
    private final CompletableFuture<Integer>[] operands;
    private final CompletableFuture<Integer>[] calls;

    Live(int count) {
        operands = SmFast.futures(count);
        calls = SmFast.futures(count);
        for (int i = 0; i < count; i++) {
            operands[i] = new CompletableFuture<>();
            calls[i] = Hold.call(operands[i], i, (long) i << 32, "held", operands);
        }
    }

    @Override
    public long finish() {
        for (int i = 0; i < operands.length; i++) {
            operands[i].complete(i & 7);
        }
        return SumOfCalls.call(calls).join();
    }

    /** One of them, with its four live locals. */
    private static final class Hold extends Machine<Integer> {
        private int number;
        private long shifted;
        private String text;
        private Object[] array;

        static CompletableFuture<Integer> call(CompletableFuture<Integer> operand, int number, long shifted, String text, Object[] array) {
            if (operand.isDone()) {
                return completedFuture(end(operand.join(), number, shifted, text, array));
            }
            Hold machine = new Hold();
            machine.number = number;
            machine.shifted = shifted;
            machine.text = text;
            machine.array = array;
            return machine.suspend(operand);
        }

        @Override
        void resume(Object value) {
            settle(end((Integer) value, number, shifted, text, array));
        }

        private static int end(int value, int number, long shifted, String text, Object[] array) {
            return shifted >>> 32 == number && text.length() < array.length + 4 ? value : -1;
        }
    }
}
