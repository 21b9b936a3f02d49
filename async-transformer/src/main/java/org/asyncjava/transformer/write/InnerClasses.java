package org.asyncjava.transformer.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.read.ClassConstants;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.InnerClass;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * The list of inner classes in a class file (JVMS 4.7.6): all classes of its constant pool that are no members of a package.
 *
 * <p>A machine is to others what javac's own synthetic classes are, such as {@code Outer$1} for a switch over an enum: nameless, and with the class
 * that it is written for as {@code EnclosingMethod} without a method (JVMS 4.7.7). As a member it would be found by {@code getDeclaredClasses}.
 */
final class InnerClasses {
    private static final int MACHINE = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;

    private final ClassPath classPath;
    private final List<InnerClassNode> known;

    private InnerClasses(List<InnerClassNode> known, ClassPath classPath) {
        this.known = known;
        this.classPath = classPath;
    }

    /** Whether this is such an entry; no compiler writes one. */
    static boolean isMachine(InnerClassNode entry) {
        return entry.outerName == null && entry.innerName == null && entry.access == MACHINE && Markers.isMachineName(entry.name);
    }

    /** Adds the entry of a machine to its own class and to those that mention it. */
    static void list(String machine, ClassNode node) {
        if (named(machine, node.innerClasses).isEmpty()) {
            node.innerClasses.add(new InnerClassNode(machine, null, null, MACHINE));
        }
    }

    /**
     * Finds the entries that a written class lacks.
     *
     * @param written its class file
     * @param node what was written
     * @param familiar names that its compiler put there, with an entry or not
     * @param known entries of the user's class, which has most that its machines need
     * @param classPath where all others are found
     */
    static List<InnerClassNode> missing(byte[] written, ClassNode node, Set<String> familiar, List<InnerClassNode> known, ClassPath classPath) {
        return new InnerClasses(known, classPath).missing(ClassConstants.of(written), node, familiar);
    }

    private List<InnerClassNode> missing(Set<String> mentioned, ClassNode node, Set<String> familiar) {
        Set<String> done = new HashSet<>(familiar);
        for (InnerClassNode entry : node.innerClasses) {
            done.add(entry.name);
        }
        List<InnerClassNode> missing = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(mentioned.size() + 1);
        for (String name : mentioned) {
            open.add(name);
        }
        while (!open.isEmpty()) {
            String name = open.pop();
            InnerClassNode entry = done.add(name) ? entryOf(name) : null;
            if (entry != null) {
                missing.add(entry);
                if (entry.outerName != null) {
                    open.push(entry.outerName);
                }
            }
        }
        return missing;
    }

    /** Null for a class that is in none. */
    private InnerClassNode entryOf(String name) {
        Optional<InnerClassNode> entry = named(name, known);
        if (entry.isPresent() || name.indexOf('$') < 0) {
            return entry.orElse(null);
        }
        ClassOutline outline = classPath.outline(name).orElse(null);
        return outline == null || outline.surroundings().innerClass().isEmpty() ? null : entry(name, outline.surroundings().innerClass().get());
    }

    private static Optional<InnerClassNode> named(String name, List<InnerClassNode> entries) {
        for (InnerClassNode entry : entries) {
            if (entry.name.equals(name)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static InnerClassNode entry(String name, InnerClass inner) {
        return new InnerClassNode(name, inner.outerClass().orElse(null), inner.simpleName().orElse(null), inner.access());
    }
}
