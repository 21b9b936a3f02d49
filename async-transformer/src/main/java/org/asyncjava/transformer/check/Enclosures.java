package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.LambdaSite;
import org.asyncjava.transformer.read.LambdaSites;
import org.asyncjava.transformer.read.Markers;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the code of a class stands in: lambdas in the methods that make them, local classes in the methods they are written in, also
 * where those are in another class file.
 */
final class Enclosures {
    /** Nothing that is written in source is nested deeper. In class files a lambda may make itself, and a class stand in itself. */
    private static final int DEEPEST = 64;

    private final ClassNode node;
    private final ClassFacts facts;
    private final Set<MethodNode> async = new HashSet<>();
    private final Set<MethodNode> entries = new HashSet<>();
    private final int depth;
    private List<Enclosure> aroundClass;

    Enclosures(ClassFacts facts) {
        this(facts, 0);
    }

    private Enclosures(ClassFacts facts, int depth) {
        this.depth = depth;
        this.node = facts.node();
        this.facts = facts;
        for (AsyncMethod selected : facts.methods()) {
            (selected.isEntry() ? entries : async).add(selected.method());
        }
    }

    /** The chain of a method, innermost first: itself, then what is around it. */
    List<Enclosure> of(MethodNode method) {
        List<Enclosure> chain = new ArrayList<>();
        MethodNode current = method;
        for (Optional<LambdaSite> site = lambdas().ofBody(current); site.isPresent() && chain.size() < DEEPEST; site = lambdas().ofBody(current)) {
            chain.add(enclosure(Enclosure.Kind.LAMBDA, current));
            current = site.get().creator();
        }
        chain.add(enclosure(kind(current), current));
        chain.addAll(aroundClass());
        return chain;
    }

    private List<Enclosure> aroundClass() {
        if (aroundClass == null) {
            aroundClass = depth < DEEPEST ? enclosuresOfClass() : List.of();
        }
        return aroundClass;
    }

    private Enclosure enclosure(Enclosure.Kind kind, MethodNode method) {
        String writtenIn = lambdas().writtenIn(method).name;
        Enclosure.Code code = code(method);
        return new Enclosure(kind, className(), writtenIn, code, code == Enclosure.Code.PLAIN ? namesake(method) : Optional.empty());
    }

    /** What a method is by its mark. One with several marks could be each of them, so that everything may stand in it. */
    Enclosure.Code code(MethodNode method) {
        if (entries.contains(method)) {
            return Markers.isAsync(method) || Markers.isGenerator(method) ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.ENTRY;
        }
        if (!async.contains(method) && !Markers.isAsync(method) && !Markers.isGenerator(method)) {
            return Enclosure.Code.PLAIN;
        }
        if (Markers.isGenerator(method)) {
            return Markers.isAsync(method) ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.GENERATOR;
        }
        return ResultType.isOfAsyncGenerator(method.desc) ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.ASYNC;
    }

    private static Optional<String> namesake(MethodNode method) {
        return Annotations.names(method.visibleAnnotations, method.invisibleAnnotations).stream()
                .map(name -> name.replace('$', '.')).filter(Enclosure::isNamesake).findFirst();
    }

    private Enclosure.Kind kind(MethodNode method) {
        return switch (method.name) {
            case "<init>" -> Enclosure.Kind.CONSTRUCTOR;
            case "<clinit>" -> Enclosure.Kind.INITIALISER;
            default -> node.outerClass == null ? Enclosure.Kind.METHOD : Enclosure.Kind.LOCAL_CLASS_METHOD;
        };
    }

    private List<Enclosure> enclosuresOfClass() {
        if (node.outerClass == null) {
            return List.of();
        }
        Optional<byte[]> outerClass = facts.classPath().classFile(node.outerClass);
        if (outerClass.isEmpty()) {
            return List.of();
        }
        ClassNode outer = ClassRead.of(outerClass.get()).node();
        Enclosures enclosures = new Enclosures(ClassFacts.of(outer, facts.classPath()), depth + 1);
        return outer.methods.stream()
                .filter(method -> method.name.equals(node.outerMethod) && method.desc.equals(node.outerMethodDesc))
                .findFirst()
                .map(enclosures::of)
                .orElseGet(enclosures::aroundClass);
    }

    private LambdaSites lambdas() {
        return facts.lambdas();
    }

    private String className() {
        return node.name.replace('/', '.');
    }
}
