package org.asyncjava.transformer.check;

import java.util.Optional;
import org.asyncjava.rules.EntryShape;
import org.asyncjava.rules.GeneratorShape;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.FunctionalInterfaces;
import org.asyncjava.transformer.read.Markers;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The declarations of the methods of a class that carry {@code @Async}, {@code @Generator} or {@code @AsyncEntry}. */
final class MethodShapes {
    private final ClassNode node;
    private final ClassPath classPath;
    private final Lines lines;

    MethodShapes(ClassNode node, ClassPath classPath) {
        this.node = node;
        this.classPath = classPath;
        this.lines = new Lines(node);
    }

    MethodShape of(MethodNode method) {
        return new MethodShape(node.name.replace('/', '.'), method.name, body(method),
                ResultType.objection(method.desc, classPath), lines.of(method));
    }

    GeneratorShape generatorOf(MethodNode method) {
        Optional<String> objection = Markers.isAsync(method) ? Optional.of(GeneratorShape.ASYNC) : ResultType.objectionToGenerator(method.desc);
        return new GeneratorShape(node.name.replace('/', '.'), method.name, body(method), objection, lines.of(method));
    }

    private static Optional<String> otherMark(MethodNode method) {
        return Markers.isGenerator(method) ? Optional.of("@Generator") : Markers.isAsync(method) ? Optional.of("@Async") : Optional.empty();
    }

    EntryShape entryOf(MethodNode method) {
        return new EntryShape(node.name.replace('/', '.'), method.name, body(method), otherMark(method), lines.of(method));
    }

    private MethodShape.Body body(MethodNode method) {
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            return MethodShape.Body.NATIVE;
        }
        if ((method.access & Opcodes.ACC_ABSTRACT) == 0) {
            return MethodShape.Body.CODE;
        }
        boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
        return isInterface && new FunctionalInterfaces(classPath).isSingleAbstract(node.name, method.name, Type.getArgumentTypes(method.desc).length)
                ? MethodShape.Body.SINGLE_ABSTRACT
                : MethodShape.Body.ABSTRACT;
    }
}
