package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.tree.ModuleNode;

/** What generated code needs around it: a runtime that fits on the class path and, in a module, readability of the runtime's module. */
final class RuntimeRequirement {
    private static final String MODULE = "org.asyncjava.runtime";
    private static final String MODULE_FILE = "module-info" + ClassFile.EXTENSION;

    private RuntimeRequirement() {
    }

    /** What is missing, if any of the classes contains machines. */
    static List<Problem> unmet(List<TransformedFile> outcomes, ClassPath classes, List<Path> everything) {
        List<Problem> unfit = unfit(outcomes, classes);
        return !unfit.isEmpty() || firstWithMachines(outcomes) == null ? unfit : unreadable(outcomes, everything);
    }

    /** What is missing on the class path, if any of the classes contains machines. */
    static List<Problem> unfit(List<TransformedFile> outcomes, ClassPath classes) {
        TransformedFile fresh = firstWithMachines(outcomes);
        List<TransformedFile> marked = earlier(outcomes);
        if (fresh != null) {
            marked.add(0, fresh);
        }
        if (marked.isEmpty()) {
            return List.of();
        }
        byte[] abi = classes.classFile(RuntimeAbi.ABI).orElse(null);
        return abi == null ? missing(fresh) : firstUnfit(marked, AcceptedAbi.of(ClassRead.of(abi).node()));
    }

    private static List<Problem> missing(TransformedFile fresh) {
        return fresh == null ? List.of() : List.of(new Problem(fresh.file().location(), "contains async methods, but async-runtime is not on the class path:"
                + " add the dependency org.asyncjava:async-runtime"));
    }

    /** One line, however many there are. */
    private static List<Problem> firstUnfit(List<TransformedFile> marked, AcceptedAbi accepted) {
        for (TransformedFile outcome : marked) {
            OptionalInt version = Markers.abi(ClassRead.of(outcome.content().get().classFile()).node());
            if (version.isPresent() && !accepted.includes(version.getAsInt())) {
                return List.of(new Problem(outcome.file().location(), "is transformed for version " + version.getAsInt()
                        + " of the generated-code ABI, but the async-runtime on the class path runs versions " + accepted.text()
                        + ": use the same version of async-runtime and of the transformer"));
            }
        }
        return List.of();
    }

    /** All that are transformed now are for the same version. */
    private static TransformedFile firstWithMachines(List<TransformedFile> outcomes) {
        for (TransformedFile outcome : outcomes) {
            if (outcome.result().methods() > 0) {
                return outcome;
            }
        }
        return null;
    }

    /** Those that an earlier run has transformed, maybe another version's. */
    private static List<TransformedFile> earlier(List<TransformedFile> outcomes) {
        List<TransformedFile> earlier = new ArrayList<>();
        for (TransformedFile outcome : outcomes) {
            if (!outcome.isChanged() && !StaleMachines.isNamedAsMachine(outcome.file().location())
                    && ConstantPoolScan.of(outcome.file().bytes()).mentionsMark()) {
                earlier.add(outcome);
            }
        }
        return earlier;
    }

    private static List<Problem> unreadable(List<TransformedFile> outcomes, List<Path> everything) {
        List<Problem> unreadable = new ArrayList<>();
        for (TransformedFile outcome : outcomes) {
            if (isModule(outcome.file()) && !ModuleGraph.of(everything).reads(module(outcome.file()), MODULE)) {
                unreadable.add(new Problem(outcome.file().location(), "the module " + module(outcome.file()).name + " contains async methods,"
                        + " but does not read the runtime: add \"requires " + MODULE + ";\" to its module-info.java"));
            }
        }
        return unreadable;
    }

    /** Tells whether a class file describes a module. */
    static boolean isModule(ClassFile file) {
        return file.location().fileName().equals(MODULE_FILE);
    }

    private static ModuleNode module(ClassFile file) {
        return ClassRead.of(file.bytes()).node().module;
    }
}
