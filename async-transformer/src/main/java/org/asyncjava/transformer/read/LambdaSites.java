package org.asyncjava.transformer.read;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which methods of a class are bodies of lambdas, and where those lambdas are made.
 *
 * <p>A body is a synthetic method of the class itself that {@code LambdaMetafactory} is told to run, whatever its name: javac, ECJ,
 * Kotlin and Scala name them differently. A method reference to a method that the user wrote is no lambda.
 */
public final class LambdaSites {
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
    /** Makes every serializable lambda of a class once more, when it is read back. */
    private static final String DESERIALIZER = "$deserializeLambda$";

    private final Map<MethodNode, LambdaSite> byBody;
    private final Map<MethodNode, MethodNode> writtenIn = new HashMap<>();

    private LambdaSites(Map<MethodNode, LambdaSite> byBody) {
        this.byBody = byBody;
    }

    /**
     * Finds the lambdas of a class.
     *
     * @param node the class
     * @return its lambdas
     */
    public static LambdaSites of(ClassNode node) {
        Map<String, LambdaSite> made = new HashMap<>();
        for (MethodNode method : node.methods) {
            collect(node, method, made);
        }
        Map<MethodNode, LambdaSite> byBody = new HashMap<>();
        if (!made.isEmpty()) {
            for (MethodNode method : node.methods) {
                LambdaSite site = (method.access & Opcodes.ACC_SYNTHETIC) == 0 ? null : made.get(method.name + method.desc);
                if (site != null) {
                    byBody.put(method, site);
                }
            }
        }
        return new LambdaSites(byBody);
    }

    private static void collect(ClassNode node, MethodNode creator, Map<String, LambdaSite> byBody) {
        for (AbstractInsnNode instruction : creator.instructions) {
            if (isMadeAt(creator, instruction)) {
                LambdaSite site = new LambdaSite(creator, (InvokeDynamicInsnNode) instruction);
                Handle body = site.body();
                if (body.getOwner().equals(node.name)) {
                    byBody.putIfAbsent(body.getName() + body.getDesc(), site);
                }
            }
        }
    }

    /**
     * The lambda or method reference that an instruction makes.
     *
     * @param creator the method that it stands in
     * @param instruction any instruction
     * @return the place; empty if the instruction makes none, or makes one anew that was written elsewhere
     */
    public static Optional<LambdaSite> at(MethodNode creator, AbstractInsnNode instruction) {
        return isMadeAt(creator, instruction) ? Optional.of(new LambdaSite(creator, (InvokeDynamicInsnNode) instruction)) : Optional.empty();
    }

    private static boolean isMadeAt(MethodNode creator, AbstractInsnNode instruction) {
        return instruction instanceof InvokeDynamicInsnNode dynamic && FACTORY.equals(dynamic.bsm.getOwner()) && LambdaSite.isSound(dynamic)
                && !creator.name.equals(DESERIALIZER);
    }

    /**
     * Where a lambda is made.
     *
     * @param body any method of the class
     * @return the place that makes the lambda whose body it is; empty if it is no lambda's body
     */
    public Optional<LambdaSite> ofBody(MethodNode body) {
        return byBody.isEmpty() ? Optional.empty() : Optional.ofNullable(byBody.get(body));
    }

    /**
     * The method in which the user wrote a piece of code.
     *
     * @param method any method of the class
     * @return for the body of a lambda the method around it, and so on outwards; else the method itself, as for a body that no more than itself, or
     *     other bodies like it, make
     */
    public MethodNode writtenIn(MethodNode method) {
        Set<MethodNode> inner = new LinkedHashSet<>();
        MethodNode outer = method;
        for (Optional<LambdaSite> site = ofBody(outer); site.isPresent() && inner.add(outer); site = ofBody(outer)) {
            MethodNode known = writtenIn.get(outer);
            outer = known == null ? site.get().creator() : known;
        }
        for (MethodNode lambda : inner) {
            writtenIn.put(lambda, outer);
        }
        return outer;
    }

    /**
     * Tells whether a method is the body of a lambda that nothing makes: javac writes the body even where it drops the dead code around the
     * lambda.
     *
     * @param method any method of the class
     * @return true if it can never run
     */
    public boolean isNeverMade(MethodNode method) {
        MethodNode outer = writtenIn(method);
        return (outer.access & Opcodes.ACC_SYNTHETIC) != 0 && outer.name.startsWith("lambda$") && ofBody(outer).isEmpty();
    }
}
