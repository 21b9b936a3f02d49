package org.asyncjava.runtime;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.abi.Cold;
import org.asyncjava.runtime.abi.ColdMachine;

/**
 * What the transformer makes of
 *
 * <pre>{@code
 * @Async
 * static Coroutine<Integer> nest(int depth, Awaitable<?> innermost) {
 *     if (depth == 0) {
 *         await(innermost);
 *         return Coroutine.of(0);
 *     }
 *     return Coroutine.of(1 + await(nest(depth - 1, innermost)));
 * }
 * }</pre>
 */
final class NestMachine extends ColdMachine<Integer> {
    private int depth;
    private Awaitable<?> innermost;

    /** The kick-off. */
    static Coroutine<Integer> nest(int depth, Awaitable<?> innermost) {
        NestMachine machine = new NestMachine();
        machine.depth = depth;
        machine.innermost = innermost;
        return machine;
    }

    /** The body. */
    private static void nest(int depth, Awaitable<?> innermost, NestMachine machine) throws Throwable {
        Object operand;
        switch (Cold.state(machine)) {
            case 1:
                Cold.result(Cold.takeOperand(machine));
                Cold.complete(0, machine);
                return;
            case 2:
                operand = Cold.takeOperand(machine);
                break;
            default:
                if (depth == 0) {
                    if (Cold.pending(innermost, machine)) {
                        machine.innermost = null;
                        Cold.suspend(machine, innermost, 1);
                        return;
                    }
                    Cold.result(innermost);
                    Cold.complete(0, machine);
                    return;
                }
                Coroutine<Integer> callee = nest(depth - 1, innermost);
                if (Cold.pending(callee, machine)) {
                    machine.innermost = null;
                    Cold.suspend(machine, callee, 2);
                    return;
                }
                operand = callee;
        }
        Cold.complete(1 + (Integer) Cold.result(operand), machine);
    }

    @Override
    protected void resume() throws Throwable {
        nest(depth, innermost, this);
    }

    @Override
    protected String source() {
        return "demo.Demo\0nest\0Demo.java\0" + "14,17";
    }
}
