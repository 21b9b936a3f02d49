package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Selects the methods of a class that are to be rewritten.
 *
 * <p>These are the methods that carry {@code @Async} or {@code @Generator}, have a body and a result that fits, entry points that have a body, and the
 * bodies of lambdas that await, or close what is closed by awaiting, and whose functional interface's method carries {@code @Async}. A bridge method is never one of them: javac copies annotations to
 * it, but it only calls the real method.
 */
final class AsyncMethods {
    private final ClassNode node;
    private final ClassPath classPath;
    private final LambdaSites lambdas;
    private final Set<MethodNode> awaiting;
    private final FunctionalInterfaces interfaces;
    private final EntryAnnotations entries;
    private final AsyncCloses closes;

    private AsyncMethods(ClassNode node, ClassPath classPath, LambdaSites lambdas, Set<MethodNode> awaiting, EntryAnnotations entries) {
        this.node = node;
        this.classPath = classPath;
        this.lambdas = lambdas;
        this.awaiting = awaiting;
        this.entries = entries;
        this.closes = new AsyncCloses(classPath);
        this.interfaces = new FunctionalInterfaces(classPath);
    }

    /**
     * Selects.
     *
     * @param node a class that has not been transformed
     * @param classPath where the types that its methods return, and its lambdas' interfaces, are found
     * @param lambdas its lambdas
     * @param awaiting its methods that await
     * @return the methods in the order of their declaration
     * @throws TransformationException if a type that decides is missing on the class path
     */
    static List<AsyncMethod> of(ClassNode node, ClassPath classPath, LambdaSites lambdas, Set<MethodNode> awaiting) {
        AsyncMethods selection = new AsyncMethods(node, classPath, lambdas, awaiting, new EntryAnnotations(classPath));
        List<AsyncMethod> selected = new ArrayList<>();
        for (MethodNode method : node.methods) {
            Optional<AsyncMethod> async = selection.select(method);
            if (async.isPresent()) {
                selected.add(async.get());
            }
        }
        return List.copyOf(selected);
    }

    private Optional<AsyncMethod> select(MethodNode method) {
        try {
            if (hasOwnCode(method) && !method.name.startsWith("<") && entries.areOn(method)) {
                return Optional.of(new AsyncMethod(method, ResultType.plain(method.desc)));
            }
            if (hasOwnCode(method) && Markers.isGenerator(method)) {
                return selected(method, ResultType.ofGenerator(method.desc));
            }
            if (!(hasOwnCode(method) && Markers.isAsync(method)) && !isAsyncLambda(method)) {
                return Optional.empty();
            }
            return selected(method, ResultType.of(method.desc, classPath));
        } catch (TransformationException missing) {
            String where = node.name.replace('/', '.') + "." + lambdas.writtenIn(method).name;
            throw new TransformationException(where + " cannot be transformed: " + missing.getMessage(), missing);
        }
    }

    private static Optional<AsyncMethod> selected(MethodNode method, Optional<ResultType> result) {
        return result.isPresent() ? Optional.of(new AsyncMethod(method, result.get())) : Optional.empty();
    }

    private static boolean hasOwnCode(MethodNode method) {
        int withoutOwnCode = Opcodes.ACC_BRIDGE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
        return (method.access & withoutOwnCode) == 0;
    }

    private boolean isAsyncLambda(MethodNode method) {
        Optional<LambdaSite> site = lambdas.ofBody(method);
        return site.isPresent() && (awaiting.contains(method) || closes.areIn(method)) && interfaces.isAsync(site.get());
    }
}
