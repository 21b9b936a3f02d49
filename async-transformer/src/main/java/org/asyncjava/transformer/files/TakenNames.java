package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.read.BoundedFile;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.Machines;
import org.asyncjava.transformer.read.TransformationException;

/**
 * Machines that would have the name of something else: of a class of the program, which they would replace or be taken for, or of the machine of
 * another class.
 */
final class TakenNames {
    private final Classes classes;
    private final Map<ClassFileLocation, ClassFileLocation> owners = new HashMap<>();

    private TakenNames(Classes classes) {
        this.classes = classes;
    }

    /** Where a class could be that has a machine's name. */
    @FunctionalInterface
    interface Classes {
        /**
         * Looks for one.
         *
         * @param internalName the name of the machine
         * @param location where the machine is to be
         * @throws IOException if it is there and cannot be read
         */
        Optional<byte[]> find(String internalName, ClassFileLocation location) throws IOException;

        /** All classes that a program sees. */
        static Classes of(ClassPath classPath) {
            return (name, location) -> classPath.classFile(name);
        }

        /** No more than what is in the very place. */
        static Classes besideTheirOwners() {
            return (name, location) -> Files.exists(location.file()) ? Optional.of(BoundedFile.read(location.file())) : Optional.empty();
        }
    }

    /**
     * Takes out the outcomes whose machines cannot have their names.
     *
     * @param outcomes all that matter of a directory or jar; what is refused is removed
     * @return why, for each of these
     */
    static List<Problem> refuse(List<TransformedFile> outcomes, Classes classes) {
        TakenNames names = new TakenNames(classes);
        for (TransformedFile outcome : outcomes) {
            if (outcome.result().machines().isEmpty()) {
                names.enter(outcome);
            }
        }
        List<Problem> problems = new ArrayList<>();
        for (Iterator<TransformedFile> left = outcomes.iterator(); left.hasNext();) {
            TransformedFile outcome = left.next();
            if (!outcome.result().machines().isEmpty() && names.refuses(outcome, problems)) {
                left.remove();
            }
        }
        return problems;
    }

    /** Notes the machines of a class that an earlier run has transformed. */
    private void enter(TransformedFile transformed) {
        for (ClassFileLocation machine : StaleMachines.usedBy(transformed)) {
            owners.put(machine, transformed.file().location());
        }
    }

    private boolean refuses(TransformedFile outcome, List<Problem> problems) {
        ClassFileLocation own = outcome.file().location();
        Set<String> machines = outcome.result().machines().keySet();
        for (String machine : machines) {
            Optional<String> taken = taken(machine, own);
            if (taken.isPresent()) {
                problems.add(new Problem(own, "cannot be transformed: the state machine of one of its async methods would be named "
                        + machine.replace('/', '.') + ", and that is " + taken.get() + ": rename the one or the other"));
                return true;
            }
        }
        for (String machine : machines) {
            owners.put(own.sibling(machine), own);
        }
        return false;
    }

    private Optional<String> taken(String machine, ClassFileLocation own) {
        ClassFileLocation location = own.sibling(machine);
        ClassFileLocation owner = owners.getOrDefault(location, own);
        if (!owner.equals(own)) {
            return Optional.of("the name of one of the class in " + owner);
        }
        try {
            Optional<byte[]> there = classes.find(machine, location);
            return there.isPresent() && !Machines.isOne(there.get()) ? Optional.of("the name of a class of the program") : Optional.empty();
        } catch (IOException | TransformationException unreadable) {
            return Optional.of("the name of a file that cannot be read (" + unreadable.getMessage() + ")");
        }
    }
}
