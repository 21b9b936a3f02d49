package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.analysis.AwaitCall.Operand;
import org.asyncjava.transformer.plan.MachineKind;
import org.asyncjava.transformer.read.Markers;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The generated-code ABI: every name of the runtime that generated code uses, spelled here and nowhere else.
 *
 * <p>The other side is the runtime's package {@code org.asyncjava.runtime.abi}; a test compares the two.
 */
final class RuntimeAbi {
    /** Version of the ABI that the emitters write. */
    static final int VERSION = 1;

    static final String TRANSFORMED = Markers.TRANSFORMED;
    static final String GENERATED = "Lorg/asyncjava/runtime/abi/Generated;";

    static final String COROUTINE = ResultType.COROUTINE;
    static final String COLD_MACHINE = "org/asyncjava/runtime/abi/ColdMachine";
    static final String HOT_FUTURE = "org/asyncjava/runtime/abi/HotFuture";
    static final String HOT_MACHINE = "org/asyncjava/runtime/abi/HotMachine";
    private static final String COLD = "org/asyncjava/runtime/abi/Cold";
    private static final String HOT = "org/asyncjava/runtime/abi/Hot";
    private static final String ABI = "org/asyncjava/runtime/abi/Abi";
    private static final String FAILURES = "org/asyncjava/runtime/abi/Failures";

    static final String FUTURE = ResultType.FUTURE;
    private static final String STAGE = ResultType.STAGE;
    private static final String AWAITABLE = "org/asyncjava/Awaitable";

    static final String RESUMPTION = "org/asyncjava/runtime/HotResumption";
    static final String CALL = "org/asyncjava/runtime/HotCall";
    static final String DISPATCHER = "org/asyncjava/runtime/Dispatcher";

    private final String support;
    private final String machine;

    private RuntimeAbi(String support, String machine) {
        this.support = support;
        this.machine = machine;
    }

    /**
     * The calls of cold bodies.
     *
     * @return their ABI
     */
    static RuntimeAbi cold() {
        return new RuntimeAbi(COLD, COLD_MACHINE);
    }

    /**
     * The calls of hot bodies.
     *
     * @return their ABI
     */
    static RuntimeAbi hot() {
        return new RuntimeAbi(HOT, HOT_MACHINE);
    }

    /** Name of the generated method that runs the body. */
    static String resume(MachineKind kind) {
        return kind.isSubclass() ? "hotResume" : "resume";
    }

    /** Name of the generated method that tells where the body comes from. */
    static String source(MachineKind kind) {
        return kind.isSubclass() ? "hotSource" : "source";
    }

    /** {@code machine -> int}. */
    MethodInsnNode state() {
        return call("state", "(" + type(machine) + ")I");
    }

    /** {@code operand, machine -> boolean}. */
    MethodInsnNode pending(Operand operand) {
        return call("pending", "(" + type(operand == Operand.STAGE ? STAGE : AWAITABLE) + type(machine) + ")Z");
    }

    /** {@code operand -> result}. */
    MethodInsnNode result(Operand operand) {
        return call(operand == Operand.STAGE ? "stageResult" : "result", "(Ljava/lang/Object;)Ljava/lang/Object;");
    }

    /** {@code machine, operand, state ->}. */
    MethodInsnNode suspend() {
        return call("suspend", "(" + type(machine) + "Ljava/lang/Object;I)V");
    }

    /** {@code machine -> operand}. */
    MethodInsnNode takeOperand() {
        return call("takeOperand", "(" + type(machine) + ")Ljava/lang/Object;");
    }

    /** Cold: {@code value, machine ->}; hot: {@code value, machine -> future}. */
    MethodInsnNode complete() {
        return call("complete", "(Ljava/lang/Object;" + type(machine) + ")" + (isCold() ? "V" : type(FUTURE)));
    }

    /** Cold: {@code coroutine, machine ->}; hot: {@code stage, machine -> stage}. */
    MethodInsnNode finish() {
        return isCold() ? call("finish", "(" + type(COROUTINE) + type(machine) + ")V")
                : call("finish", "(" + type(STAGE) + type(machine) + ")" + type(STAGE));
    }

    /** {@code stage, machine -> stage}. */
    private static MethodInsnNode finishHot(String name) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, name, "(" + type(STAGE) + type(HOT_MACHINE) + ")" + type(STAGE), false);
    }

    /** {@code future of the program's own kind, machine -> stage}. */
    static MethodInsnNode finishOwn() {
        return finishHot("finishOwn");
    }

    /** {@code stage that a tail call returned, machine -> stage}. */
    static MethodInsnNode finishTail() {
        return finishHot("finishTail");
    }

    /** {@code future of the program's own kind that a tail call returned, machine -> stage}. */
    static MethodInsnNode finishOwnTail() {
        return finishHot("finishOwnTail");
    }

    /** {@code machine, name of the method that is called ->}. */
    static MethodInsnNode tailCall() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "tailCall", "(" + type(HOT_MACHINE) + "Ljava/lang/String;)V", false);
    }

    /** {@code class ->}. */
    static MethodInsnNode require() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, ABI, "require", "(Ljava/lang/Class;)V", false);
    }

    /** {@code fresh future -> that future, failed}. */
    static MethodInsnNode returnedNull() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "returnedNull", "(" + type(FUTURE) + ")" + type(FUTURE), false);
    }

    /** {@code throwable -> future}. */
    static MethodInsnNode failed() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "failed", "(Ljava/lang/Throwable;)" + type(FUTURE), false);
    }

    /** {@code throwable, fresh future -> that future, failed}. */
    static MethodInsnNode failedFresh() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "failed", "(Ljava/lang/Throwable;" + type(FUTURE) + ")" + type(FUTURE), false);
    }

    /** {@code machine, done before ->}. */
    static MethodInsnNode settledOutside() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "settledOutside", "(" + type(HOT_MACHINE) + "Z)V", false);
    }

    /** {@code future ->}. */
    static MethodInsnNode beforeBlocking() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "beforeBlocking", "(" + type(FUTURE) + ")V", false);
    }

    /** {@code future, supplier, executor -> future}. */
    static MethodInsnNode completeAsync() {
        String parameters = type(FUTURE) + "Ljava/util/function/Supplier;Ljava/util/concurrent/Executor;";
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "completeAsync", "(" + parameters + ")" + type(FUTURE), false);
    }

    /**
     * Tells whether a call makes a completed result from a value: {@code Coroutine.of}, {@code CompletableFuture.completedFuture}.
     *
     * @param call a call in a body of this flavour
     * @return true if the machine can take the value instead
     */
    boolean isValueFactory(MethodInsnNode call) {
        return isCold() ? call.owner.equals(COROUTINE) && call.name.equals("of") && call.desc.equals("(Ljava/lang/Object;)" + type(COROUTINE))
                : call.owner.equals(FUTURE) && call.name.equals("completedFuture") && call.desc.equals("(Ljava/lang/Object;)" + type(FUTURE));
    }

    /**
     * Tells whether a call makes a completed result without a value: {@code Coroutine.done}.
     *
     * @param call a call in a body of this flavour
     * @return true if the machine can be completed with null instead
     */
    boolean isVoidFactory(MethodInsnNode call) {
        return isCold() && call.owner.equals(COROUTINE) && call.name.equals("done") && call.desc.equals("()" + type(COROUTINE));
    }

    private boolean isCold() {
        return support.equals(COLD);
    }

    private MethodInsnNode call(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, support, name, descriptor, false);
    }

    private static String type(String internalName) {
        return "L" + internalName + ";";
    }
}
