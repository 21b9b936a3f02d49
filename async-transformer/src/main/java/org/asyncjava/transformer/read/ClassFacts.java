package org.asyncjava.transformer.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is known of a class before anything is decided about it. Found out once, for all who ask.
 *
 * @param node a class that has not been transformed, with all that awaits in it
 * @param classPath where other classes are found
 * @param lambdas its lambdas
 * @param awaiting its methods that have a call of {@code Await.await}, or of what generators say, reachable or not
 * @param methods those that are to be rewritten, in the order of their declaration
 */
public record ClassFacts(ClassNode node, ClassPath classPath, LambdaSites lambdas, Set<MethodNode> awaiting, List<AsyncMethod> methods) {
    /**
     * Finds them out.
     *
     * @param node a class that has not been transformed
     * @param classPath where the types that its methods return, and its lambdas' interfaces, are found
     * @return the facts
     * @throws TransformationException if a type that decides is missing on the class path
     */
    public static ClassFacts of(ClassNode node, ClassPath classPath) {
        LambdaSites lambdas = LambdaSites.of(node);
        Set<MethodNode> awaiting = new HashSet<>();
        for (MethodNode method : node.methods) {
            if (Markers.awaits(method) || Markers.emits(method)) {
                awaiting.add(method);
            }
        }
        return new ClassFacts(node, classPath, lambdas, Set.copyOf(awaiting), AsyncMethods.of(node, classPath, lambdas, awaiting));
    }

    /**
     * Tells whether a method awaits.
     *
     * @param method a method of the class
     * @return true if it has a call of {@code Await.await}, or of what generators say, reachable or not
     */
    public boolean awaits(MethodNode method) {
        return awaiting.contains(method);
    }
}
