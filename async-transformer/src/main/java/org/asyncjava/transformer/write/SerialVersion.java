package org.asyncjava.transformer.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * The version that Java's serialisation computes for a class that states none: from its members, all but the private methods. Where a method
 * is added that is not private, the class is made to state the version that it had.
 */
final class SerialVersion {
    private static final String FIELD = "serialVersionUID";
    private static final Set<String> WITHOUT_VERSION = Set.of("java/lang/Record", "java/lang/Enum");

    private SerialVersion() {
    }

    /**
     * Makes a class that can be serialised state its version.
     *
     * @param owner a class to which nothing but private methods was added so far, changed in place
     * @param classPath where its superclasses and interfaces are found
     */
    static void keep(ClassNode owner, ClassPath classPath) {
        boolean states = owner.fields.stream().anyMatch(field -> field.name.equals(FIELD));
        boolean isInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        if (!states && !isInterface && !WITHOUT_VERSION.contains(owner.superName) && isSerializable(owner, classPath)) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
            computed(owner).ifPresent(version -> owner.fields.add(new FieldNode(access, FIELD, "J", null, version)));
        }
    }

    /** Empty for the body of an enum's constant. */
    private static Optional<Object> computed(ClassNode owner) {
        ClassNode copy = new ClassNode();
        owner.accept(new SerialVersionUIDAdder(copy));
        return copy.fields.stream().filter(field -> field.name.equals(FIELD)).map(field -> field.value).findFirst();
    }

    /** What is not on the class path might be. */
    private static boolean isSerializable(ClassNode owner, ClassPath classPath) {
        Deque<String> above = new ArrayDeque<>(owner.interfaces);
        above.add(owner.superName);
        Set<String> seen = new HashSet<>(List.of("java/lang/Object"));
        while (!above.isEmpty()) {
            String type = above.pop();
            if (!seen.add(type)) {
                continue;
            }
            Optional<ClassOutline> outline = classPath.outline(type);
            if (outline.isEmpty() || type.equals("java/io/Serializable")) {
                return true;
            }
            above.addAll(outline.get().interfaces());
            Optional.ofNullable(outline.get().superName()).ifPresent(above::add);
        }
        return false;
    }
}
