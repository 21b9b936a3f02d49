package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the outline of one class file. */
final class OutlineReader {
    private OutlineReader() {
    }

    /**
     * Reads an outline. Names and flags of a class file that is newer than ASM knows are read all the same.
     *
     * @throws RuntimeException whatever ASM throws at a damaged class file
     */
    static ClassOutline read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST))
                .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        Supertypes supertypes = new Supertypes(node.superName, node.interfaces, node.permittedSubclasses != null);
        List<MethodOutline> methods = new ArrayList<>(node.methods.size());
        for (MethodNode method : node.methods) {
            methods.add(new MethodOutline(method.access, method.name, method.desc, returnsVariable(method.signature),
                    Markers.annotations(method.visibleAnnotations, method.invisibleAnnotations)));
        }
        Map<String, String> fields = new HashMap<>();
        for (FieldNode field : node.fields) {
            fields.putIfAbsent(field.name, field.desc);
        }
        return new ClassOutline(node.name, modifiers(node), supertypes, new Members(methods, fields), surroundings(node));
    }

    private static boolean returnsVariable(String signature) {
        return signature != null && signature.startsWith("T", signature.lastIndexOf(')') + 1);
    }

    private static Modifiers modifiers(ClassNode node) {
        return new Modifiers(node.access, (node.access & Opcodes.ACC_ANNOTATION) == 0 ? List.of()
                : Markers.annotations(node.visibleAnnotations, node.invisibleAnnotations));
    }

    private static Surroundings surroundings(ClassNode node) {
        Optional<String> method = node.outerMethod == null ? Optional.empty() : Optional.of(node.outerMethod + node.outerMethodDesc);
        return new Surroundings(Optional.ofNullable(node.outerClass), method, innerClass(node));
    }

    private static Optional<InnerClass> innerClass(ClassNode node) {
        for (InnerClassNode inner : node.innerClasses) {
            if (inner.name.equals(node.name)) {
                return Optional.of(InnerClass.of(inner));
            }
        }
        return Optional.empty();
    }
}
