package org.asyncjava.runtime;

import java.util.function.Supplier;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.abi.Cold;
import org.asyncjava.runtime.abi.ColdMachine;

/**
 * What the transformer makes of
 *
 * <pre>{@code
 * @Async
 * static Coroutine<Integer> repeat(int times, Supplier<Awaitable<?>> operands) {
 *     int i = 0;
 *     for (; i < times; i++) {
 *         await(operands.get());
 *     }
 *     return Coroutine.of(i);
 * }
 * }</pre>
 */
final class LoopMachine extends ColdMachine<Integer> {
    private int times;
    private Supplier<? extends Awaitable<?>> operands;
    private int i;

    /** The kick-off. */
    static Coroutine<Integer> repeat(int times, Supplier<? extends Awaitable<?>> operands) {
        LoopMachine machine = new LoopMachine();
        machine.times = times;
        machine.operands = operands;
        return machine;
    }

    /** The body. */
    private static void repeat(int times, Supplier<? extends Awaitable<?>> operands, LoopMachine machine) throws Throwable {
        int i = 0;
        Object operand = null;
        if (Cold.state(machine) == 1) {
            times = machine.times;
            operands = machine.operands;
            i = machine.i;
            operand = Cold.takeOperand(machine);
        }
        while (operand != null || i < times) {
            if (operand == null) {
                Awaitable<?> awaited = operands.get();
                if (Cold.pending(awaited, machine)) {
                    save1(awaited, machine, times, operands, i);
                    return;
                }
                operand = awaited;
            }
            Cold.result(operand);
            operand = null;
            i++;
        }
        Cold.complete(i, machine);
    }

    private static void save1(Object operand, LoopMachine machine, int times, Supplier<? extends Awaitable<?>> operands, int i) {
        machine.times = times;
        machine.operands = operands;
        machine.i = i;
        Cold.suspend(machine, operand, 1);
    }

    @Override
    protected void resume() throws Throwable {
        repeat(times, operands, this);
    }

    @Override
    protected String source() {
        return "demo.Demo\0repeat\0Demo.java\0" + "14";
    }
}
