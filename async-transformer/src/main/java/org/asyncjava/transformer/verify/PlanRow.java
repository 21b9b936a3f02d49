package org.asyncjava.transformer.verify;

import java.util.Optional;
import org.asyncjava.transformer.emit.EmittedMethod;
import org.asyncjava.transformer.plan.BodySignature;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.tree.MethodNode;

/** The row of a plan that a defect in what was written has to do with. */
final class PlanRow {
    private PlanRow() {
    }

    /**
     * Looks for it.
     *
     * @param defect in a written class
     * @param emitted one of the methods that were written
     * @return the state, or else how the body is entered; empty if the defect is in the code of another method
     */
    static Optional<String> of(Defect defect, EmittedMethod emitted) {
        StateMachine plan = emitted.plan();
        if (defect.type().name.equals(plan.name())) {
            return Optional.of(text(plan, savedBy(defect.method().name, plan)));
        }
        if (!defect.type().name.equals(plan.owner())) {
            return Optional.empty();
        }
        if (isBody(defect.method(), plan.body().signature())) {
            return Optional.of(text(plan, defect.position().flatMap(emitted::stateAt)));
        }
        MethodNode kickOff = plan.facts().method();
        return kickOff.name.equals(defect.method().name) && kickOff.desc.equals(defect.method().desc)
                ? Optional.of(plan.entry().toString()) : Optional.empty();
    }

    private static boolean isBody(MethodNode method, BodySignature signature) {
        return method.name.equals(signature.name()) && method.desc.equals(signature.descriptor());
    }

    private static Optional<State> savedBy(String method, StateMachine plan) {
        return plan.states().stream().filter(state -> state.saves().stream().anyMatch(call -> call.name().equals(method))).findFirst();
    }

    private static String text(StateMachine plan, Optional<State> state) {
        return state.map(State::toString).orElseGet(() -> plan.entry().toString());
    }
}
