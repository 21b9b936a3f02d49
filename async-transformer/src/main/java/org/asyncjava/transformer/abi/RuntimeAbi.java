package org.asyncjava.transformer.abi;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The generated-code ABI: every name of the runtime that generated code uses, or that is looked for where it runs, spelled here and nowhere else.
 *
 * <p>The other side is the runtime's package {@code org.asyncjava.runtime.abi}; a test compares the two.
 */
public final class RuntimeAbi {
    /** Version of the ABI that the emitters write. */
    public static final int VERSION = 1;

    /** Where the runtime says which versions it runs, in two constants. */
    public static final String ABI = "org/asyncjava/runtime/abi/Abi";
    /** The constant with the newest version that the runtime runs. */
    public static final String NEWEST_VERSION = "VERSION";
    /** The constant with the oldest version that the runtime runs. */
    public static final String OLDEST_VERSION = "OLDEST";

    /** Asks the runtime whether it runs a class: of a machine with that class, of the agent with the version and the name of it. */
    public static final String REQUIRE = "require";

    /** Descriptor of the mark of a class that has been transformed. */
    public static final String TRANSFORMED = "Lorg/asyncjava/runtime/abi/Transformed;";
    /** The element of that mark. */
    public static final String TRANSFORMED_VERSION = "abi";
    /** The element of the mark of a machine that lists which field is which local variable. */
    public static final String TRANSFORMED_LOCALS = "locals";
    /** Descriptor of the mark of what no program has written. */
    public static final String GENERATED = "Lorg/asyncjava/runtime/abi/Generated;";

    /** What a cold method returns. */
    public static final String COROUTINE = "org/asyncjava/runtime/Coroutine";
    /** What a cold method's machine extends. */
    public static final String COLD_MACHINE = "org/asyncjava/runtime/abi/ColdMachine";
    /** What the machine of a plain generator extends. */
    public static final String GENERATOR_MACHINE = "org/asyncjava/runtime/abi/GeneratorMachine";
    /** What the machine of an async generator extends. */
    public static final String ASYNC_GENERATOR_MACHINE = "org/asyncjava/runtime/abi/AsyncGeneratorMachine";
    /** What an async generator may return. */
    public static final String ASYNC_ITERABLE = "org/asyncjava/runtime/AsyncIterable";
    /** What an async generator may return. */
    public static final String ASYNC_ITERATOR = "org/asyncjava/runtime/AsyncIterator";
    /** What is closed by awaiting. */
    public static final String ASYNC_CLOSEABLE = "org/asyncjava/runtime/AsyncCloseable";
    /** The types under which handlers catch the signal that closes a generator, an error that no program can name. */
    public static final Set<String> SIGNAL_TYPES = Set.of("java/lang/Throwable", "java/lang/Error");
    /** What a hot method's machine extends. */
    public static final String HOT_FUTURE = "org/asyncjava/runtime/abi/HotFuture";
    /** What a hot method's machine implements. */
    public static final String HOT_MACHINE = "org/asyncjava/runtime/abi/HotMachine";

    /** What a machine of a program's own future implements through {@link #HOT_MACHINE}, in descriptors. */
    public static final String CALL = "org/asyncjava/runtime/HotCall";
    /** What such a machine implements besides, where it can. */
    public static final String RESUMPTION = "org/asyncjava/runtime/HotResumption";
    /** Where a hot method goes on, in descriptors. */
    public static final String DISPATCHER = "org/asyncjava/runtime/Dispatcher";

    /** A generated method of a machine: runs the body. */
    public static final String RESUME = "resume";
    /** A generated method of a machine: tells where the body comes from. */
    public static final String SOURCE = "source";
    /** A generated method of a machine that is made before anything runs: lets go of what it holds from then on. */
    public static final String RELEASE = "release";

    /** As {@link #RESUME}, of a program's own future. */
    public static final String HOT_RESUME = "hotResume";
    /** As {@link #SOURCE}, of a program's own future. */
    public static final String HOT_SOURCE = "hotSource";
    /** A property of a program's own future that is a machine. */
    public static final String HOT_STATE = "hotState";
    /** A property of a program's own future that is a machine. */
    public static final String HOT_AWAITED = "hotAwaited";
    /** A property of a program's own future that is a machine. */
    public static final String HOT_DISPATCHER = "hotDispatcher";
    /** Completes a program's own future past its overrides. */
    public static final String HOT_SETTLE = "hotSettle";
    /** Fails a program's own future past its overrides. */
    public static final String HOT_FAIL = "hotFail";
    /** Links who awaits a program's own future. */
    public static final String HOT_LINK = "hotLink";
    /** Takes the link away. */
    public static final String HOT_UNLINK = "hotUnlink";
    /** What resumes a program's own future that is a machine. */
    public static final String HOT_RESUMPTION = "hotResumption";
    /** The other way round. */
    public static final String HOT_CALL = "hotCall";

    /** The names and descriptors under which a resumption is called: a program's own future that has one of them is none. */
    public static final Set<String> RESUMPTION_METHODS = Set.of("run()V", "wake()V",
            "apply(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", "apply(Ljava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Object;");

    private static final String COLD = "org/asyncjava/runtime/abi/Cold";
    private static final String HOT = "org/asyncjava/runtime/abi/Hot";
    private static final String GENERATES = "org/asyncjava/runtime/abi/Generates";
    private static final String LOOPS = "org/asyncjava/runtime/abi/Loops";
    private static final String ASYNC_GENERATES = "org/asyncjava/runtime/abi/AsyncGenerates";
    private static final String ENTRY_POINT = "org/asyncjava/runtime/abi/EntryPoint";
    private static final String FAILURES = "org/asyncjava/runtime/abi/Failures";

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String STAGE = "java/util/concurrent/CompletionStage";
    private static final String AWAITABLE = "org/asyncjava/Awaitable";

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
    public static RuntimeAbi cold() {
        return new RuntimeAbi(COLD, COLD_MACHINE);
    }

    /**
     * The calls of the bodies of plain generators.
     *
     * @return their ABI
     */
    public static RuntimeAbi generator() {
        return new RuntimeAbi(GENERATES, GENERATOR_MACHINE);
    }

    /**
     * The calls of the bodies of async generators.
     *
     * @return their ABI
     */
    public static RuntimeAbi asyncGenerator() {
        return new RuntimeAbi(ASYNC_GENERATES, ASYNC_GENERATOR_MACHINE);
    }

    /**
     * The calls of hot bodies.
     *
     * @return their ABI
     */
    public static RuntimeAbi hot() {
        return new RuntimeAbi(HOT, HOT_MACHINE);
    }

    /**
     * {@code machine -> int}.
     *
     * @return the call
     */
    public MethodInsnNode state() {
        return call("state", "(" + type(machine) + ")I");
    }

    /**
     * {@code awaitable, machine -> boolean}.
     *
     * @return the call
     */
    public MethodInsnNode pending() {
        return call("pending", "(" + type(AWAITABLE) + type(machine) + ")Z");
    }

    /**
     * {@code stage, machine -> boolean}.
     *
     * @return the call
     */
    public MethodInsnNode stagePending() {
        return call("pending", "(" + type(STAGE) + type(machine) + ")Z");
    }

    /**
     * {@code awaitable -> result}.
     *
     * @return the call
     */
    public MethodInsnNode result() {
        return call("result", "(Ljava/lang/Object;)Ljava/lang/Object;");
    }

    /**
     * {@code stage -> result}.
     *
     * @return the call
     */
    public MethodInsnNode stageResult() {
        return call("stageResult", "(Ljava/lang/Object;)Ljava/lang/Object;");
    }

    /**
     * {@code element, machine -> boolean}.
     *
     * @return the call
     */
    public MethodInsnNode emitting() {
        return call("emitting", "(Ljava/lang/Object;" + type(machine) + ")Z");
    }

    /**
     * {@code machine, element, state ->}.
     *
     * @return the call
     */
    public MethodInsnNode emit() {
        return call("emit", "(" + type(machine) + "Ljava/lang/Object;I)V");
    }

    /**
     * {@code machine, element, state ->}: as {@link #emit}, where a handler stands around that sees the signal which closes an async generator.
     *
     * @return the call
     */
    public MethodInsnNode emitGuarded() {
        return call(isAsyncGenerator() ? "emitGuarded" : "emit", "(" + type(machine) + "Ljava/lang/Object;I)V");
    }

    /**
     * {@code what the body goes on with ->}.
     *
     * @return the call
     */
    public MethodInsnNode emitted() {
        return call("emitted", "(Ljava/lang/Object;)V");
    }

    /**
     * {@code throwable ->}.
     *
     * @return the call
     */
    public static MethodInsnNode passOn() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, GENERATES, "passOn", "(Ljava/lang/Throwable;)V", false);
    }

    /**
     * {@code source -> iterator}.
     *
     * @param each descriptor of the call of {@code each} that has the same source
     * @return the call
     */
    public static MethodInsnNode open(String each) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, LOOPS, "iterator", each.substring(0, each.indexOf(')') + 1) + type(ASYNC_ITERATOR), false);
    }

    /**
     * {@code iterator -> coroutine}.
     *
     * @return the call
     */
    public static MethodInsnNode advance() {
        return new MethodInsnNode(Opcodes.INVOKEINTERFACE, ASYNC_ITERATOR, "advance", "()" + type(COROUTINE), true);
    }

    /**
     * {@code iterator -> element}.
     *
     * @return the call
     */
    public static MethodInsnNode current() {
        return new MethodInsnNode(Opcodes.INVOKEINTERFACE, ASYNC_ITERATOR, "current", "()Ljava/lang/Object;", true);
    }

    /**
     * {@code closeable -> coroutine}.
     *
     * @return the call
     */
    public static MethodInsnNode closeAsync() {
        return new MethodInsnNode(Opcodes.INVOKEINTERFACE, ASYNC_CLOSEABLE, "closeAsync", "()" + type(COROUTINE), true);
    }

    /**
     * {@code failure, failure of closing ->}.
     *
     * @return the call
     */
    public static MethodInsnNode suppress() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, LOOPS, "suppress", "(Ljava/lang/Throwable;Ljava/lang/Throwable;)V", false);
    }

    /**
     * {@code machine -> stream}.
     *
     * @return the call
     */
    public static MethodInsnNode stream() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, GENERATES, "stream", "(" + type(GENERATOR_MACHINE) + ")Ljava/util/stream/Stream;", false);
    }

    /**
     * {@code machine, operand, state ->}.
     *
     * @return the call
     */
    public MethodInsnNode suspend() {
        return call("suspend", "(" + type(machine) + "Ljava/lang/Object;I)V");
    }

    /**
     * {@code machine -> operand}.
     *
     * @return the call
     */
    public MethodInsnNode takeOperand() {
        return call("takeOperand", "(" + type(machine) + ")Ljava/lang/Object;");
    }

    /**
     * Cold: {@code value, machine ->}; hot: {@code value, machine -> future}.
     *
     * @return the call
     */
    public MethodInsnNode complete() {
        return call("complete", "(Ljava/lang/Object;" + type(machine) + ")" + (isCold() ? "V" : type(FUTURE)));
    }

    /**
     * Cold: {@code coroutine, machine ->}; hot: {@code stage, machine -> stage}.
     *
     * @return the call
     */
    public MethodInsnNode finish() {
        return isCold() ? call("finish", "(" + type(COROUTINE) + type(machine) + ")V")
                : call("finish", "(" + type(STAGE) + type(machine) + ")" + type(STAGE));
    }

    /** {@code stage, machine -> stage}. */
    private static MethodInsnNode finishHot(String name) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, name, "(" + type(STAGE) + type(HOT_MACHINE) + ")" + type(STAGE), false);
    }

    /**
     * {@code future of the program's own kind, machine -> stage}.
     *
     * @return the call
     */
    public static MethodInsnNode finishOwn() {
        return finishHot("finishOwn");
    }

    /**
     * {@code stage that a tail call returned, machine -> stage}.
     *
     * @return the call
     */
    public static MethodInsnNode finishTail() {
        return finishHot("finishTail");
    }

    /**
     * {@code future of the program's own kind that a tail call returned, machine -> stage}.
     *
     * @return the call
     */
    public static MethodInsnNode finishOwnTail() {
        return finishHot("finishOwnTail");
    }

    /**
     * {@code machine, name of the method that is called ->}.
     *
     * @return the call
     */
    public static MethodInsnNode tailCall() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "tailCall", "(" + type(HOT_MACHINE) + "Ljava/lang/String;)V", false);
    }

    /**
     * {@code machine of an entry point -> its result}.
     *
     * @return the call
     */
    public static MethodInsnNode runEntry() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, ENTRY_POINT, "run", "(" + type(COLD_MACHINE) + ")Ljava/lang/Object;", false);
    }

    /**
     * {@code class ->}.
     *
     * @return the call
     */
    public static MethodInsnNode require() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, ABI, REQUIRE, "(Ljava/lang/Class;)V", false);
    }

    /**
     * {@code fresh future -> that future, failed}.
     *
     * @return the call
     */
    public static MethodInsnNode returnedNull() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "returnedNull", "(" + type(FUTURE) + ")" + type(FUTURE), false);
    }

    /**
     * {@code throwable -> future}.
     *
     * @return the call
     */
    public static MethodInsnNode failed() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "failed", "(Ljava/lang/Throwable;)" + type(FUTURE), false);
    }

    /**
     * {@code throwable, fresh future -> that future, failed}.
     *
     * @return the call
     */
    public static MethodInsnNode failedFresh() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "failed", "(Ljava/lang/Throwable;" + type(FUTURE) + ")" + type(FUTURE), false);
    }

    /**
     * {@code machine, done before ->}.
     *
     * @return the call
     */
    public static MethodInsnNode settledOutside() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "settledOutside", "(" + type(HOT_MACHINE) + "Z)V", false);
    }

    /**
     * {@code future ->}.
     *
     * @return the call
     */
    public static MethodInsnNode beforeBlocking() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "beforeBlocking", "(" + type(FUTURE) + ")V", false);
    }

    /**
     * {@code future, supplier, executor -> future}.
     *
     * @return the call
     */
    public static MethodInsnNode completeAsync() {
        String parameters = type(FUTURE) + "Ljava/util/function/Supplier;Ljava/util/concurrent/Executor;";
        return new MethodInsnNode(Opcodes.INVOKESTATIC, HOT, "completeAsync", "(" + parameters + ")" + type(FUTURE), false);
    }

    /**
     * Tells whether a call makes a completed result from a value: {@code Coroutine.of}, {@code CompletableFuture.completedFuture}.
     *
     * @param call a call in a body of this flavour
     * @return true if the machine can take the value instead
     */
    public boolean isValueFactory(MethodInsnNode call) {
        return isCold() ? call.owner.equals(COROUTINE) && call.name.equals("of") && call.desc.equals("(Ljava/lang/Object;)" + type(COROUTINE))
                : call.owner.equals(FUTURE) && call.name.equals("completedFuture") && call.desc.equals("(Ljava/lang/Object;)" + type(FUTURE));
    }

    /**
     * Tells whether a call makes a completed result without a value: {@code Coroutine.done}.
     *
     * @param call a call in a body of this flavour
     * @return true if the machine can be completed with null instead
     */
    public boolean isVoidFactory(MethodInsnNode call) {
        return isCold() && call.owner.equals(COROUTINE) && call.name.equals("done") && call.desc.equals("()" + type(COROUTINE));
    }

    private boolean isAsyncGenerator() {
        return support.equals(ASYNC_GENERATES);
    }

    private boolean isCold() {
        return !support.equals(HOT);
    }

    private MethodInsnNode call(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, support, name, descriptor, false);
    }

    private static String type(String internalName) {
        return "L" + internalName + ";";
    }
}
