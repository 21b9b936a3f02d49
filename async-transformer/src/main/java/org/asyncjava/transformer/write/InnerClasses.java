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
        if (node.innerClasses.stream().noneMatch(entry -> entry.name.equals(machine))) {
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
        node.innerClasses.forEach(entry -> done.add(entry.name));
        List<InnerClassNode> missing = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(mentioned);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (done.add(name)) {
                entryOf(name).ifPresent(entry -> {
                    missing.add(entry);
                    Optional.ofNullable(entry.outerName).ifPresent(open::push);
                });
            }
        }
        return missing;
    }

    private Optional<InnerClassNode> entryOf(String name) {
        Optional<InnerClassNode> entry = known.stream().filter(candidate -> candidate.name.equals(name)).findFirst();
        return entry.isPresent() || name.indexOf('$') < 0 ? entry
                : classPath.outline(name).map(ClassOutline::surroundings).flatMap(surroundings -> surroundings.innerClass().map(inner -> entry(name, inner)));
    }

    private static InnerClassNode entry(String name, InnerClass inner) {
        return new InnerClassNode(name, inner.outerClass().orElse(null), inner.simpleName().orElse(null), inner.access());
    }
}
