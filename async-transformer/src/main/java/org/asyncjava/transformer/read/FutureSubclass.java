package org.asyncjava.transformer.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Whether a class is a subclass of {@code CompletableFuture} that a machine can extend. */
final class FutureSubclass {
    /** What a machine has to override, to learn of a completion from outside. */
    private static final Set<String> OVERRIDDEN = Set.of("cancel", "complete", "completeExceptionally", "completeAsync",
            "obtrudeValue", "obtrudeException");

    /** What completes a future at once, through one parameter. */
    private static final Set<String> COMPLETIONS = Set.of("cancel", "complete", "completeExceptionally", "obtrudeValue", "obtrudeException");
    private static final Set<String> STANDARD_COMPLETIONS = Set.of("cancel(Z)Z", "complete(Ljava/lang/Object;)Z",
            "completeExceptionally(Ljava/lang/Throwable;)Z", "obtrudeValue(Ljava/lang/Object;)V", "obtrudeException(Ljava/lang/Throwable;)V");

    /** What blocks for a result, without the type that it returns. */
    private static final Set<String> BLOCKING = Set.of("join()", "get()", "get(JLjava/util/concurrent/TimeUnit;)");

    private FutureSubclass() {
    }

    /** Why a machine cannot extend the class, as a clause that begins with "which"; empty if it can. */
    static Optional<String> objection(String internalName, ClassPath classPath) {
        if (!isSubclass(internalName, classPath)) {
            return Optional.of("which is no subclass of CompletableFuture");
        }
        ClassOutline outline = required(internalName, classPath);
        return declaration(outline)
                .or(() -> constructor(outline))
                .or(() -> finalMethod(internalName, classPath));
    }

    private static boolean isSubclass(String internalName, ClassPath classPath) {
        return ancestors(internalName, classPath).contains(ResultType.FUTURE) && !internalName.equals(ResultType.FUTURE);
    }

    /** The class and what it extends, up to {@code CompletableFuture}. A class that extends itself is followed once. */
    private static Set<String> ancestors(String internalName, ClassPath classPath) {
        Set<String> names = new LinkedHashSet<>();
        String name = internalName;
        while (name != null && names.add(name) && !name.equals(ResultType.FUTURE)) {
            ClassOutline outline = required(name, classPath);
            name = outline.isInterface() ? null : outline.superName();
        }
        return names;
    }

    private static Optional<String> declaration(ClassOutline outline) {
        Optional<InnerClass> inner = outline.surroundings().innerClass();
        int access = inner.map(InnerClass::access).orElse(outline.access());
        if (inner.isPresent() && (access & Opcodes.ACC_STATIC) == 0) {
            return Optional.of("which is an inner class that is not static");
        }
        if ((access & Opcodes.ACC_PUBLIC) == 0) {
            return Optional.of("which is not public");
        }
        if ((access & Opcodes.ACC_FINAL) != 0) {
            return Optional.of("which is final");
        }
        if ((access & Opcodes.ACC_ABSTRACT) != 0) {
            return Optional.of("which is abstract");
        }
        return outline.supertypes().sealed() ? Optional.of("which is sealed") : Optional.empty();
    }

    private static Optional<String> constructor(ClassOutline outline) {
        boolean usable = outline.method("<init>()V").filter(method -> method.is(Opcodes.ACC_PUBLIC)).isPresent();
        return usable ? Optional.empty() : Optional.of("which has no public constructor without parameters");
    }

    /** Whether the class or one between it and {@code CompletableFuture} declares one of some methods. */
    static boolean declaresAny(String internalName, Set<String> signatures, ClassPath classPath) {
        return ancestors(internalName, classPath).stream().filter(name -> !name.equals(ResultType.FUTURE))
                .flatMap(name -> required(name, classPath).methods().stream())
                .anyMatch(method -> signatures.contains(method.signature()));
    }

    /** Names and descriptors of methods like {@code complete(String)} with which the class narrows what completes a future. */
    static Set<String> narrowedCompletions(String internalName, ClassPath classPath) {
        Set<String> signatures = new TreeSet<>();
        ancestors(internalName, classPath).stream().filter(name -> !name.equals(ResultType.FUTURE))
                .flatMap(name -> required(name, classPath).methods().stream())
                .filter(method -> COMPLETIONS.contains(method.name()) && !STANDARD_COMPLETIONS.contains(method.signature()))
                .filter(method -> (method.is(Opcodes.ACC_PUBLIC) || method.is(Opcodes.ACC_PROTECTED)) && !method.is(Opcodes.ACC_STATIC))
                .filter(method -> Type.getArgumentTypes(method.descriptor()).length == 1)
                .forEach(method -> signatures.add(method.signature()));
        return signatures;
    }

    /** Names and descriptors of what blocks for a result, also with a narrower type, but for what a machine cannot override. */
    static Set<String> blockingMethods(String internalName, ClassPath classPath) {
        Set<String> signatures = new TreeSet<>();
        BLOCKING.forEach(method -> signatures.add(method + "Ljava/lang/Object;"));
        List<MethodOutline> declared = ancestors(internalName, classPath).stream().filter(name -> !name.equals(ResultType.FUTURE))
                .flatMap(name -> required(name, classPath).methods().stream())
                .filter(method -> BLOCKING.contains(withoutReturned(method.signature())))
                .toList();
        declared.forEach(method -> signatures.add(method.signature()));
        declared.stream().filter(method -> method.is(Opcodes.ACC_FINAL)).forEach(method -> signatures.remove(method.signature()));
        return signatures;
    }

    private static String withoutReturned(String signature) {
        return signature.substring(0, signature.indexOf(')') + 1);
    }

    private static Optional<String> finalMethod(String internalName, ClassPath classPath) {
        for (String name : ancestors(internalName, classPath)) {
            List<MethodOutline> methods = name.equals(ResultType.FUTURE) ? List.of() : required(name, classPath).methods();
            for (MethodOutline method : methods) {
                if (method.is(Opcodes.ACC_FINAL) && OVERRIDDEN.contains(method.name())) {
                    return Optional.of("whose method " + method.name() + " is final");
                }
            }
        }
        return Optional.empty();
    }

    private static ClassOutline required(String internalName, ClassPath classPath) {
        return classPath.outline(internalName).orElseThrow(() -> new TransformationException("the class "
                + internalName.replace('/', '.') + ", which an async method returns or its result extends,"
                + " is not on the class path: add the dependency that contains it"));
    }
}
