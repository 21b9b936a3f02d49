package org.asyncjava.transformer.plan;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ResultType;

/** What a machine class extends and implements. */
public enum MachineKind {
    /** The runtime's base class of coroutines. */
    COLD,
    /** The runtime's base class of plain generators. */
    GENERATOR,
    /** The runtime's base class of async generators. */
    ASYNC_GENERATOR,
    /** The same, and a call waits for it: the machine of an entry point. */
    ENTRY,
    /** The runtime's base class of futures. */
    HOT,
    /** The program's own subclass of {@code CompletableFuture}. */
    HOT_SUBCLASS,
    /**
     * The same, where the program's class has methods of its own by the names under which the runtime resumes a machine: the runtime then
     * makes an object for that.
     */
    HOT_SUBCLASS_DETACHED;

    /**
     * The kind of machine for a method.
     *
     * @param result what the method returns
     * @param classPath where other classes are found
     * @return the kind
     */
    public static MachineKind of(ResultType result, ClassPath classPath) {
        return switch (result.kind()) {
            case COROUTINE -> COLD;
            case ITERABLE, ITERATOR, STREAM -> GENERATOR;
            case ASYNC_ITERABLE, ASYNC_ITERATOR -> ASYNC_GENERATOR;
            case PLAIN -> ENTRY;
            case FUTURE, STAGE -> HOT;
            case FUTURE_SUBCLASS -> result.declaresAny(RuntimeAbi.RESUMPTION_METHODS, classPath) ? HOT_SUBCLASS_DETACHED : HOT_SUBCLASS;
        };
    }

    /**
     * Tells whether a call makes the machine before anything runs: then the body returns nothing.
     *
     * @return false for those that run until they are suspended
     */
    public boolean isCold() {
        return this == COLD || this == ENTRY || isGenerator();
    }

    /**
     * Tells whether the method emits elements.
     *
     * @return true for both kinds of generators
     */
    public boolean isGenerator() {
        return this == GENERATOR || this == ASYNC_GENERATOR;
    }

    /**
     * The calls of its bodies.
     *
     * @return their ABI
     */
    public RuntimeAbi abi() {
        return switch (this) {
            case COLD, ENTRY -> RuntimeAbi.cold();
            case GENERATOR -> RuntimeAbi.generator();
            case ASYNC_GENERATOR -> RuntimeAbi.asyncGenerator();
            case HOT, HOT_SUBCLASS, HOT_SUBCLASS_DETACHED -> RuntimeAbi.hot();
        };
    }

    /**
     * Tells whether the machine extends a class of the program.
     *
     * @return true if so
     */
    public boolean isSubclass() {
        return this == HOT_SUBCLASS || this == HOT_SUBCLASS_DETACHED;
    }
}
