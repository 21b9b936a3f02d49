package org.asyncjava.transformer.files;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.asyncjava.transformer.read.Machines;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Machines that an earlier run wrote and that no class uses any more, because their class is gone or was compiled anew.
 *
 * <p>A machine is recognised by its mark, never by its name alone. It is in use if a transformed class beside it has it as a
 * parameter of a method, as the resumable body of its method has.
 */
final class StaleMachines {
    private StaleMachines() {
    }

    /**
     * Finds them.
     *
     * @param outcomes for all class files of a directory or jar that matter
     * @return where they are, for them to be deleted once the outcomes have been written
     */
    static List<Place> of(List<Outcome> outcomes) {
        List<ClassFile> machines = outcomes.stream().filter(outcome -> !outcome.isChanged()).map(Outcome::file)
                .filter(StaleMachines::isMachine).toList();
        if (machines.isEmpty()) {
            return List.of();
        }
        Set<Place> used = new HashSet<>();
        outcomes.forEach(outcome -> used.addAll(usedBy(outcome)));
        List<Place> stale = new ArrayList<>(machines.stream().map(ClassFile::place).toList());
        stale.removeAll(used);
        return stale;
    }

    /** The machines that a class has when its outcome has been written. */
    static Set<Place> usedBy(Outcome outcome) {
        return outcome.isChanged() ? machinesOf(outcome) : machinesOf(outcome.file());
    }

    /** Tells whether a file can be a machine by its name; one with another name is none. */
    static boolean isNamedAsMachine(Place place) {
        String name = place.fileName();
        return Markers.isMachineName(name.substring(0, name.length() - ClassFile.EXTENSION.length()));
    }

    private static boolean isMachine(ClassFile file) {
        return isNamedAsMachine(file.place()) && Machines.isOne(file.bytes());
    }

    /** Of a class that only lists the machines of its nest anew, those that it has itself. */
    private static Set<Place> machinesOf(Outcome changed) {
        if (changed.result().machines().isEmpty()) {
            return machinesOf(new ClassFile(changed.file().place(), changed.content().get().classFile()));
        }
        return changed.result().machines().keySet().stream().map(changed.file().place()::sibling).collect(Collectors.toSet());
    }

    /** The machines of a class that is transformed already; a machine's own methods do not count. */
    private static Set<Place> machinesOf(ClassFile file) {
        Set<Place> named = new HashSet<>();
        if (!ConstantPoolScan.mentionsMark(file.bytes()) || isMachine(file)) {
            return named;
        }
        ClassNode node = ClassRead.of(file.bytes()).node();
        for (MethodNode method : node.methods) {
            for (Type parameter : Type.getArgumentTypes(method.desc)) {
                if (parameter.getSort() == Type.OBJECT) {
                    machine(file, parameter).ifPresent(named::add);
                }
            }
        }
        return named;
    }

    private static Optional<Place> machine(ClassFile owner, Type parameter) {
        try {
            return Optional.of(owner.place().sibling(parameter.getInternalName())).filter(StaleMachines::isNamedAsMachine);
        } catch (InvalidPathException noFileHasThisName) {
            return Optional.empty();
        }
    }
}
