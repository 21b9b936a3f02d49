package org.asyncjava.runtime;

import java.util.function.Supplier;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.generated.Cold;
import org.asyncjava.runtime.generated.ColdMachine;

/**
 * What the transformer makes of
 *
 * <pre>{@code
 * @Async
 * static Coroutine<Integer> sum(int times, Supplier<Awaitable<Integer>> operands) {
 *     int sum = 0;
 *     for (int i = 0; i < times; i++) {
 *         sum += await(operands.get());
 *     }
 *     return Coroutine.of(sum);
 * }
 * }</pre>
 */
final class LoopMachine extends ColdMachine<Integer> {
    private int times;
    private Supplier<Awaitable<Integer>> operands;
    private int sum;
    private int i;

    /** The kick-off. */
    static Coroutine<Integer> sum(int times, Supplier<Awaitable<Integer>> operands) {
        LoopMachine machine = new LoopMachine();
        machine.times = times;
        machine.operands = operands;
        return machine;
    }

    /** The body. */
    private static void sum(int times, Supplier<Awaitable<Integer>> operands, LoopMachine machine) throws Throwable {
        int sum;
        int i;
        Object operand = null;
        switch (Cold.state(machine)) {
            case 1:
                times = machine.times;
                operands = machine.operands;
                sum = machine.sum;
                i = machine.i;
                operand = Cold.takeOperand(machine);
                break;
            default:
                sum = 0;
                i = 0;
        }
        while (operand != null || i < times) {
            if (operand == null) {
                Awaitable<Integer> awaited = operands.get();
                if (Cold.pending(awaited, machine)) {
                    save1(awaited, machine, times, operands, sum, i);
                    return;
                }
                operand = awaited;
            }
            sum += (Integer) Cold.result(operand);
            operand = null;
            i++;
        }
        Cold.complete(sum, machine);
    }

    private static void save1(Object operand, LoopMachine machine, int times, Supplier<Awaitable<Integer>> operands, int... sumAndI) {
        machine.times = times;
        machine.operands = operands;
        machine.sum = sumAndI[0];
        machine.i = sumAndI[1];
        Cold.suspend(machine, operand, 1);
    }

    @Override
    protected void resume() throws Throwable {
        sum(times, operands, this);
    }

    @Override
    protected String source() {
        return "demo.Demo\0sum\0Demo.java\0" + "14";
    }
}
