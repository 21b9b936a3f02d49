package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.EntryAnnotations;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The rules that a class breaks.
 *
 * <p>A rule is reported once per line, however often the compiler copied the code of that line, as it does with {@code finally}.
 */
public final class Violations {
    private final ClassFacts facts;
    private final Enclosures enclosures;
    private final MethodShapes shapes;
    private final EntryAnnotations entries;
    private final Lines lines;
    private final MarkedCode marked;

    private Violations(ClassFacts facts) {
        this.facts = facts;
        this.enclosures = new Enclosures(facts);
        this.shapes = new MethodShapes(facts.node(), facts.classPath());
        this.entries = new EntryAnnotations(facts.classPath());
        this.lines = new Lines(facts.node());
        this.marked = new MarkedCode(facts, enclosures, lines);
    }

    /**
     * Checks a class.
     *
     * @param facts what is known of it
     * @return what is wrong, by line and code
     * @throws org.asyncjava.transformer.read.TransformationException if a type that decides is missing, or monitors cannot be followed
     */
    public static List<Violation> of(ClassFacts facts) {
        Violations check = new Violations(facts);
        TreeSet<Violation> found = new TreeSet<>();
        for (MethodNode method : facts.node().methods) {
            if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
                found.addAll(check.declaration(method));
                found.addAll(check.marked.violations(method));
                found.addAll(check.references(method));
            }
        }
        return List.copyOf(found);
    }

    private List<Violation> declaration(MethodNode method) {
        if (entries.areOn(method)) {
            return shapes.entryOf(method).violations();
        }
        if (Markers.isGenerator(method)) {
            return shapes.generatorOf(method).violations();
        }
        return Markers.isAsync(method) ? shapes.of(method).violations() : List.of();
    }

    private List<Violation> references(MethodNode method) {
        List<Violation> found = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            Optional<Marker> marker = marker(instruction);
            if (marker.isPresent()) {
                found.add(AwaitRule.REFERENCE_TO_AWAIT.violation(enclosures.of(method).get(0), lines.of(instruction), marker.get()));
            }
        }
        return found;
    }

    private static Optional<Marker> marker(AbstractInsnNode instruction) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                Optional<Marker> marker = marker(argument);
                if (marker.isPresent()) {
                    return marker;
                }
            }
            return Optional.empty();
        }
        return instruction instanceof LdcInsnNode load ? marker(load.cst) : Optional.empty();
    }

    private static Optional<Marker> marker(Object constant) {
        return constant instanceof Handle handle ? MarkedCode.marker(handle.getOwner(), handle.getName()) : Optional.empty();
    }
}
