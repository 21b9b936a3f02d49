package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.asyncjava.rules.AnnotatedMethod;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.TestMethod;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** What annotations of methods ask of those who call them: frameworks and JUnit. */
final class Annotations {
    private final ClassFacts facts;
    private final Callees callees;
    private final CallAnnotations known;

    Annotations(ClassFacts facts, Callees callees, CallAnnotations known) {
        this.facts = facts;
        this.callees = callees;
        this.known = known;
    }

    /**
     * The rules that a method's annotations break.
     *
     * @param method a method of the source
     * @param at the same as an enclosure
     * @param position where it is
     */
    List<Violation> violations(MethodNode method, Enclosure at, Position position) {
        Set<String> own = new LinkedHashSet<>(names(method.visibleAnnotations, method.invisibleAnnotations));
        String result = own.isEmpty() ? "" : callees.asyncResult(Type.getReturnType(method.desc)).orElse("");
        List<Violation> found = new ArrayList<>();
        new TestMethod(at, own, !result.isEmpty(), position).violation().ifPresent(found::add);
        if (at.async() && Markers.isAsync(method) && (facts.awaits(method) || result.equals(ReturnSite.COROUTINE))) {
            if ((method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0) {
                own.addAll(names(facts.node().visibleAnnotations, facts.node().invisibleAnnotations));
            }
            found.addAll(new AnnotatedMethod(at, own, position).violations(known));
        }
        return found;
    }

    /**
     * The classes of annotations.
     *
     * @param visible those that reflection sees; null if there are none
     * @param invisible those that it does not see; null if there are none
     * @return their names
     */
    static List<String> names(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        return Stream.of(visible, invisible).filter(annotations -> annotations != null).flatMap(List::stream)
                .map(annotation -> Type.getType(annotation.desc).getClassName()).toList();
    }
}
