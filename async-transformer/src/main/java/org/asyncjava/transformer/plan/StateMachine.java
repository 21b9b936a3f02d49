package org.asyncjava.transformer.plan;

import java.util.List;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;

/**
 * The plan of a rewritten method: everything that the emitters write down, and nothing that they have to find out. It stays as it is while the
 * method is written, so that whoever finds a defect afterwards can say what was planned.
 *
 * @param identity which machine it is
 * @param facts the method in normal form
 * @param storage what the machine keeps
 * @param body what is made of the user's code
 */
public record StateMachine(MachineIdentity identity, MethodFacts facts, Storage storage, Body body) {
    /**
     * The class that declares the method.
     *
     * @return its internal name
     */
    public String owner() {
        return identity.owner();
    }

    /**
     * The machine class.
     *
     * @return its internal name
     */
    public String name() {
        return identity.name();
    }

    /**
     * What the method returns.
     *
     * @return its declared type
     */
    public ResultType result() {
        return identity.result();
    }

    /**
     * What the user's method is declared to return.
     *
     * @return the type in its descriptor
     */
    public Type declaredResult() {
        return Type.getReturnType(facts.method().desc);
    }

    /**
     * Tells whether a call makes the machine before anything runs.
     *
     * @return that of its {@link #identity()}
     */
    public boolean isCold() {
        return identity.isCold();
    }

    /**
     * Tells whether the method belongs to no object.
     *
     * @return true for a static method
     */
    public boolean isStatic() {
        return (facts.method().access & Opcodes.ACC_STATIC) != 0;
    }

    /**
     * The machine's fields.
     *
     * @return those of its {@link #storage()}
     */
    public List<MachineField> fields() {
        return storage.fields();
    }

    /**
     * How the body is entered for the first time.
     *
     * @return that of its {@link #storage()}
     */
    public Entry entry() {
        return storage.entry();
    }

    /**
     * The suspension points in code order.
     *
     * @return those of its {@link #storage()}
     */
    public List<State> states() {
        return storage.states();
    }

    /**
     * Tells whether a frame has to be added where the user's code begins: something stands before it, and no jump of the user's goes there.
     *
     * @return true if so
     */
    public boolean needsFrameAtStart() {
        if (entry().form() == Entry.Form.ARGUMENTS && states().isEmpty()) {
            return false;
        }
        AbstractInsnNode insn = facts.method().instructions.getFirst();
        while (insn != null && !Instructions.isReal(insn)) {
            if (insn instanceof FrameNode) {
                return false;
            }
            insn = insn.getNext();
        }
        return true;
    }

    /** The whole plan, a row for each thing that was decided. */
    @Override
    public String toString() {
        return new PlanText(this).rows();
    }
}
