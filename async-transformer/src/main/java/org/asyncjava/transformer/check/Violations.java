package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.LambdaSites;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The rules that a class breaks.
 *
 * <p>A rule is reported once per line, however often the compiler copied the code of that line, as it does with {@code finally}.
 */
public final class Violations {
    private final ClassNode node;
    private final Enclosures enclosures;
    private final MethodShapes shapes;
    private final Lines lines;
    private final LambdaSites lambdas;

    private Violations(ClassNode node, List<AsyncMethod> asyncMethods, ClassPath classPath) {
        this.node = node;
        this.enclosures = new Enclosures(node, asyncMethods, classPath);
        this.shapes = new MethodShapes(node, classPath);
        this.lines = new Lines(node);
        this.lambdas = LambdaSites.of(node);
    }

    /**
     * Checks a class.
     *
     * @param node a class that has not been transformed
     * @param asyncMethods its methods that are to be rewritten
     * @param classPath where other classes are found
     * @return what is wrong, by line and code
     * @throws org.asyncjava.transformer.read.TransformationException if a type that decides is missing, or monitors cannot be followed
     */
    public static List<Violation> of(ClassNode node, List<AsyncMethod> asyncMethods, ClassPath classPath) {
        Violations check = new Violations(node, asyncMethods, classPath);
        TreeSet<Violation> found = new TreeSet<>();
        for (MethodNode method : node.methods) {
            if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
                found.addAll(check.declaration(method));
                found.addAll(check.awaits(method));
                found.addAll(check.references(method));
            }
        }
        return List.copyOf(found);
    }

    private List<Violation> declaration(MethodNode method) {
        return Markers.isAsync(method) ? shapes.of(method).violations() : List.of();
    }

    private List<Violation> awaits(MethodNode method) {
        if (!Markers.awaits(method) || lambdas.isNeverMade(method)) {
            return List.of();
        }
        List<Enclosure> around = enclosures.of(method);
        boolean holdsOwn = (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
        MonitorDepths monitors = MonitorDepths.of(around.get(0).display(), method);
        List<Violation> found = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (Markers.isAwait(instruction)) {
                boolean holds = holdsOwn || monitors.isHeldAt(instruction);
                new AwaitSite(around, holds, lines.of(instruction)).violation().ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Violation> references(MethodNode method) {
        List<Violation> found = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (refersToAwait(instruction)) {
                Enclosure at = enclosures.of(method).get(0);
                AwaitRule rule = AwaitRule.REFERENCE_TO_AWAIT;
                found.add(new Violation(rule, at.owner(), at.method(), lines.of(instruction), rule.message(at.display())));
            }
        }
        return found;
    }

    private static boolean refersToAwait(AbstractInsnNode instruction) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return Arrays.stream(dynamic.bsmArgs).anyMatch(Markers::isReferenceToAwait);
        }
        return instruction instanceof LdcInsnNode load && Markers.isReferenceToAwait(load.cst);
    }
}
