package org.asyncjava.transformer.read;

import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.objectweb.asm.Type;

/**
 * What an async method or an entry point returns.
 *
 * @param kind how it behaves
 * @param internalName the declared class; of a plain result a descriptor where it is no class
 */
public record ResultType(Kind kind, String internalName) {
    /** Internal name of the runtime's cold result. */
    public static final String COROUTINE = RuntimeAbi.COROUTINE;
    /** Internal name of the JDK's future. */
    public static final String FUTURE = "java/util/concurrent/CompletableFuture";
    /** Internal name of the JDK's stage. */
    public static final String STAGE = "java/util/concurrent/CompletionStage";

    /** The kinds of result. Those of async methods but for the last. */
    public enum Kind {
        /** {@code Coroutine}: runs when it is awaited or handed to the runtime. */
        COROUTINE,
        /** {@code CompletableFuture} itself: runs at once. */
        FUTURE,
        /** {@code CompletionStage}: runs at once. */
        STAGE,
        /** A subclass of {@code CompletableFuture}: runs at once. */
        FUTURE_SUBCLASS,
        /** {@code AsyncIterable} of an async generator. */
        ASYNC_ITERABLE,
        /** {@code AsyncIterator} of an async generator. */
        ASYNC_ITERATOR,
        /** {@code Iterable} of a plain generator. */
        ITERABLE,
        /** {@code Iterator} of a plain generator. */
        ITERATOR,
        /** {@code Stream} of a plain generator. */
        STREAM,
        /** Anything that an entry point returns as it is, or nothing: a call waits for it. */
        PLAIN
    }

    /**
     * The result of a method with this descriptor, if a plain generator may have it.
     *
     * @param methodDescriptor descriptor of a method
     * @return empty if no method that is marked {@code @Generator} may return this
     */
    public static Optional<ResultType> ofGenerator(String methodDescriptor) {
        return switch (Type.getReturnType(methodDescriptor).getDescriptor()) {
            case "Ljava/lang/Iterable;" -> Optional.of(new ResultType(Kind.ITERABLE, "java/lang/Iterable"));
            case "Ljava/util/Iterator;" -> Optional.of(new ResultType(Kind.ITERATOR, "java/util/Iterator"));
            case "Ljava/util/stream/Stream;" -> Optional.of(new ResultType(Kind.STREAM, "java/util/stream/Stream"));
            default -> Optional.empty();
        };
    }

    /**
     * Why a plain generator may not return what a method with this descriptor returns.
     *
     * @param methodDescriptor descriptor of a method
     * @return for instance {@code returns int}; empty if it may
     */
    public static Optional<String> objectionToGenerator(String methodDescriptor) {
        return ofGenerator(methodDescriptor).isPresent() ? Optional.empty() : Optional.of("returns " + Type.getReturnType(methodDescriptor).getClassName());
    }

    /**
     * Tells whether a method with this descriptor, if it is async, is a generator.
     *
     * @param methodDescriptor descriptor of a method
     * @return true of those that return {@code AsyncIterable} or {@code AsyncIterator}
     */
    public static boolean isOfAsyncGenerator(String methodDescriptor) {
        String result = Type.getReturnType(methodDescriptor).getDescriptor();
        return result.equals("L" + RuntimeAbi.ASYNC_ITERABLE + ";") || result.equals("L" + RuntimeAbi.ASYNC_ITERATOR + ";");
    }

    /**
     * The result of a method with this descriptor, if an async method may have it.
     *
     * @param methodDescriptor descriptor of a method
     * @param classPath where the returned class is found
     * @return empty if no async method may return this
     * @throws TransformationException if the returned class, or one that it extends, is missing
     */
    public static Optional<ResultType> of(String methodDescriptor, ClassPath classPath) {
        Type type = Type.getReturnType(methodDescriptor);
        if (type.getSort() != Type.OBJECT) {
            return Optional.empty();
        }
        String name = type.getInternalName();
        Kind kind = switch (name) {
            case COROUTINE -> Kind.COROUTINE;
            case FUTURE -> Kind.FUTURE;
            case STAGE -> Kind.STAGE;
            case RuntimeAbi.ASYNC_ITERABLE -> Kind.ASYNC_ITERABLE;
            case RuntimeAbi.ASYNC_ITERATOR -> Kind.ASYNC_ITERATOR;
            default -> Kind.FUTURE_SUBCLASS;
        };
        if (kind == Kind.FUTURE_SUBCLASS && FutureSubclass.objection(name, classPath).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ResultType(kind, name));
    }

    /**
     * The result of an entry point.
     *
     * @param methodDescriptor descriptor of the method
     * @return a plain result
     */
    static ResultType plain(String methodDescriptor) {
        return new ResultType(Kind.PLAIN, Type.getReturnType(methodDescriptor).getInternalName());
    }

    /**
     * Why an async method may not return what a method with this descriptor returns.
     *
     * @param methodDescriptor descriptor of a method
     * @param classPath where the returned class is found
     * @return for instance {@code returns int}, or {@code returns demo.Reply, which is final}; empty if it may
     * @throws TransformationException if the returned class, or one that it extends, is missing
     */
    public static Optional<String> objection(String methodDescriptor, ClassPath classPath) {
        if (of(methodDescriptor, classPath).isPresent()) {
            return Optional.empty();
        }
        Type type = Type.getReturnType(methodDescriptor);
        String reason = type.getSort() != Type.OBJECT ? ""
                : FutureSubclass.objection(type.getInternalName(), classPath).map(objection -> ", " + objection).orElse("");
        return Optional.of("returns " + type.getClassName() + reason);
    }

    /**
     * Tells whether a subclass of {@code CompletableFuture}, or a class between the two, declares one of some methods.
     *
     * @param signatures names with descriptors
     * @param classPath where the classes are found
     * @return true if so
     */
    public boolean declaresAny(Set<String> signatures, ClassPath classPath) {
        return FutureSubclass.declaresAny(internalName, signatures, classPath);
    }

    /**
     * The methods with which a subclass of {@code CompletableFuture} narrows a method that completes it, such as {@code complete(String)}
     * in a {@code CompletableFuture<String>}: callers who know the subclass call them directly.
     *
     * @param classPath where the classes are found
     * @return names with descriptors in order; none for the JDK's own types
     */
    public Set<String> narrowedCompletions(ClassPath classPath) {
        return kind == Kind.FUTURE_SUBCLASS ? FutureSubclass.narrowedCompletions(internalName, classPath) : Set.of();
    }

    /**
     * What blocks for a result, of a future of the program's own: a machine overrides it.
     *
     * @param classPath where other classes are found
     * @return names with descriptors; none for other types
     */
    public Set<String> blockingMethods(ClassPath classPath) {
        return kind == Kind.FUTURE_SUBCLASS ? FutureSubclass.blockingMethods(internalName, classPath) : Set.of();
    }
}
