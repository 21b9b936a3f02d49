package org.asyncjava.transformer.files;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    static List<ClassFileLocation> of(List<TransformedFile> outcomes) {
        List<ClassFileLocation> machines = new ArrayList<>();
        for (TransformedFile outcome : outcomes) {
            if (!outcome.isChanged() && isMachine(outcome.file())) {
                machines.add(outcome.file().location());
            }
        }
        if (!machines.isEmpty()) {
            Set<ClassFileLocation> used = new HashSet<>();
            for (TransformedFile outcome : outcomes) {
                used.addAll(usedBy(outcome));
            }
            machines.removeAll(used);
        }
        return machines;
    }

    /** The machines that a class has when its outcome has been written. */
    static Set<ClassFileLocation> usedBy(TransformedFile outcome) {
        return outcome.isChanged() ? machinesOf(outcome) : machinesOf(outcome.file());
    }

    /** Tells whether a file can be a machine by its name; one with another name is none. */
    static boolean isNamedAsMachine(ClassFileLocation location) {
        String name = location.fileName();
        return Markers.isMachineName(name.substring(0, name.length() - ClassFile.EXTENSION.length()));
    }

    /** Tells whether any of some files can be a machine by its name. */
    static boolean areNamedIn(List<ClassSource> sources) {
        for (ClassSource source : sources) {
            if (isNamedAsMachine(source.location())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMachine(ClassFile file) {
        return isNamedAsMachine(file.location()) && Machines.isOne(file.bytes());
    }

    /** Of a class that only lists the machines of its nest anew, those that it has itself. */
    private static Set<ClassFileLocation> machinesOf(TransformedFile changed) {
        if (changed.result().machines().isEmpty()) {
            return machinesOf(new ClassFile(changed.file().location(), changed.content().get().classFile()));
        }
        Set<ClassFileLocation> machines = new HashSet<>();
        for (String machine : changed.result().machines().keySet()) {
            machines.add(changed.file().location().sibling(machine));
        }
        return machines;
    }

    /** The machines of a class that is transformed already; a machine's own methods do not count. */
    private static Set<ClassFileLocation> machinesOf(ClassFile file) {
        Set<ClassFileLocation> named = new HashSet<>();
        if (!ConstantPoolScan.of(file.bytes()).mentionsMark() || isMachine(file)) {
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

    private static Optional<ClassFileLocation> machine(ClassFile owner, Type parameter) {
        try {
            return Optional.of(owner.location().sibling(parameter.getInternalName())).filter(StaleMachines::isNamedAsMachine);
        } catch (InvalidPathException noFileHasThisName) {
            return Optional.empty();
        }
    }
}
