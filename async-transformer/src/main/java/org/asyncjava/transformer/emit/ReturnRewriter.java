package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.Return;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes the body's returns complete the machine.
 *
 * <p>{@code return Coroutine.of(v)} hands {@code v} to the machine without making the value coroutine; {@code completedFuture(v)}
 * likewise, and so does {@code return v} of an entry point. Any other expression is followed by the runtime.
 */
final class ReturnRewriter {
    private final StateMachine machine;
    private final RuntimeAbi abi;
    private final CodeCopy copy;
    private final InsnList code;

    /**
     * A writer for one body.
     *
     * @param emission what is shared
     * @param copy the body's code, to be changed
     */
    ReturnRewriter(Emission emission, CodeCopy copy) {
        this.machine = emission.machine();
        this.abi = emission.abi();
        this.copy = copy;
        this.code = copy.code();
    }

    /** Rewrites all returns. */
    void rewrite() {
        for (Return planned : machine.body().returns()) {
            rewrite(planned);
        }
    }

    private void rewrite(Return planned) {
        AbstractInsnNode areturn = copy.of(planned.at());
        if (planned.kind() == Return.Kind.PLAIN) {
            code.insertBefore(areturn, Boxes.box(machine.declaredResult()));
        }
        if (planned.made().isPresent()) {
            rewrite(copy.of(planned.made().get()), planned.kind());
        }
        code.insertBefore(areturn, loadMachine());
        code.insertBefore(areturn, completion(planned.kind()));
        if (planned.kind() == Return.Kind.TAIL || planned.kind() == Return.Kind.OTHER) {
            castToDeclared(areturn);
        }
        if (machine.isCold()) {
            code.set(areturn, new InsnNode(Opcodes.RETURN));
        }
    }

    /** What made the returned object. */
    private void rewrite(AbstractInsnNode call, Return.Kind kind) {
        switch (kind) {
            case VALUE -> code.remove(call);
            case VOID -> code.set(call, new InsnNode(Opcodes.ACONST_NULL));
            case TAIL -> announce((MethodInsnNode) call);
            case PLAIN, OTHER, END -> { }
        }
    }

    /** {@code what is returned, machine ->}; hot: {@code -> what the body returns}. */
    private MethodInsnNode completion(Return.Kind kind) {
        boolean isSubclass = machine.identity().kind().isSubclass();
        return switch (kind) {
            case VALUE, VOID, PLAIN, END -> abi.complete();
            case TAIL -> isSubclass ? RuntimeAbi.finishOwnTail() : RuntimeAbi.finishTail();
            case OTHER -> isSubclass ? RuntimeAbi.finishOwn() : abi.finish();
        };
    }

    /** Right before the call, when its arguments are on the stack: nothing of the user's happens in between. */
    private void announce(MethodInsnNode call) {
        code.insertBefore(call, loadMachine());
        code.insertBefore(call, new LdcInsnNode(call.name));
        code.insertBefore(call, RuntimeAbi.tailCall());
    }

    private VarInsnNode loadMachine() {
        return new VarInsnNode(Opcodes.ALOAD, machine.body().slots().machine());
    }

    private void castToDeclared(AbstractInsnNode areturn) {
        ResultType.Kind kind = machine.result().kind();
        if (kind == ResultType.Kind.FUTURE) {
            code.insertBefore(areturn, new TypeInsnNode(Opcodes.CHECKCAST, ResultType.FUTURE));
        } else if (kind == ResultType.Kind.FUTURE_SUBCLASS) {
            code.insertBefore(areturn, new TypeInsnNode(Opcodes.CHECKCAST, machine.result().internalName()));
        }
    }
}
