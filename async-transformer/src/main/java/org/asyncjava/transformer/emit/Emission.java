package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.StateMachine;

/**
 * What the writers of one method share.
 *
 * @param machine the plan
 * @param methods the generated methods
 * @param abi the calls of the runtime
 * @param frames the stack map frames of the body
 * @param spiller the code that moves values between body and machine
 */
record Emission(StateMachine machine, MachineMethods methods, RuntimeAbi abi, Frames frames, Spiller spiller) {
    static Emission of(StateMachine machine) {
        return new Emission(machine, new MachineMethods(machine), machine.identity().kind().abi(), new Frames(machine),
                new Spiller(machine));
    }
}
