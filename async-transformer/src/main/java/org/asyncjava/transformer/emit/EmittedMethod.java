package org.asyncjava.transformer.emit;

import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** What was written for a method, and which part of it belongs to which state: for whoever finds a defect in it. */
public final class EmittedMethod {
    private final StateMachine plan;
    private final ClassNode machine;
    private final MethodNode body;
    private final List<Suspension> suspensions;

    EmittedMethod(StateMachine plan, ClassNode machine, MethodNode body, List<Suspension> suspensions) {
        this.plan = plan;
        this.machine = machine;
        this.body = body;
        this.suspensions = suspensions;
    }

    /**
     * What was to be written.
     *
     * @return the plan
     */
    public StateMachine plan() {
        return plan;
    }

    /**
     * The class of the machine.
     *
     * @return the class, which the caller may change
     */
    public ClassNode machine() {
        return machine;
    }

    /**
     * The state to whose code an instruction of the body belongs: what restores it, what suspends, and what follows the await.
     *
     * @param position of the instruction in the body, from 0; labels, lines and frames do not count
     * @return the state; empty before the first
     */
    public Optional<State> stateAt(int position) {
        State state = null;
        int passed = 0;
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof LabelNode label) {
                state = beginning(label).orElse(state);
            } else if (Instructions.isReal(insn) && passed++ == position) {
                break;
            }
        }
        return Optional.ofNullable(state);
    }

    private Optional<State> beginning(LabelNode label) {
        CodePart part = partAt(label).orElse(null);
        return part == null ? Optional.empty() : Optional.of(part.state());
    }

    /**
     * The resumable body.
     *
     * @return its code, not to be changed
     */
    public MethodNode body() {
        return body;
    }

    /**
     * What begins at a label of the body.
     *
     * @param label the label
     * @return the part of a state's code; empty if none begins there
     */
    public Optional<CodePart> partAt(LabelNode label) {
        for (Suspension suspension : suspensions) {
            Optional<CodePart> part = suspension.partAt(label);
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }
}
