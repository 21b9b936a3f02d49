package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.tree.ModuleNode;

/** What generated code needs around it: a runtime that fits on the class path and, in a module, readability of the runtime's module. */
final class RuntimeRequirement {
    private static final String ABI = "org/asyncjava/runtime/generated/Abi";
    private static final String MODULE = "org.asyncjava.runtime";
    private static final String MODULE_FILE = "module-info" + ClassFile.EXTENSION;

    private RuntimeRequirement() {
    }

    /** What is missing, if any of the classes contains machines. */
    static List<Problem> unmet(List<Outcome> outcomes, ClassPath classes, List<Path> everything) {
        if (withMachines(outcomes).isEmpty()) {
            return List.of();
        }
        List<Problem> unfit = unfit(outcomes, classes);
        return unfit.isEmpty() ? unreadable(outcomes, ModuleGraph.of(everything)) : unfit;
    }

    /** What is missing on the class path, if any of the classes contains machines. */
    static List<Problem> unfit(List<Outcome> outcomes, ClassPath classes) {
        return withMachines(outcomes).flatMap(first -> unfit(first, classes).map(message -> new Problem(first.file().place(), message)))
                .stream().toList();
    }

    private static Optional<Outcome> withMachines(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.result().methods() > 0).findFirst();
    }

    private static Optional<String> unfit(Outcome transformed, ClassPath classes) {
        Optional<byte[]> abi = classes.classFile(ABI);
        if (abi.isEmpty()) {
            return Optional.of("contains async methods, but async-runtime is not on the class path:"
                    + " add the dependency org.asyncjava:async-runtime");
        }
        AcceptedAbi accepted = AcceptedAbi.of(ClassRead.of(abi.get()).node());
        int needed = Markers.abi(ClassRead.of(transformed.content().get().classFile()).node()).orElseThrow();
        return accepted.includes(needed) ? Optional.empty() : Optional.of("is transformed for version " + needed
                + " of the generated-code ABI, but the async-runtime on the class path runs versions " + accepted.text()
                + ": use the same version of async-runtime and of the transformer");
    }

    private static List<Problem> unreadable(List<Outcome> outcomes, ModuleGraph modules) {
        return outcomes.stream().map(Outcome::file)
                .filter(RuntimeRequirement::isModule)
                .filter(file -> !modules.reads(module(file), MODULE))
                .map(file -> new Problem(file.place(), "the module " + module(file).name + " contains async methods, but does not read"
                        + " the runtime: add \"requires " + MODULE + ";\" to its module-info.java"))
                .toList();
    }

    /** Tells whether a class file describes a module. */
    static boolean isModule(ClassFile file) {
        return file.place().fileName().equals(MODULE_FILE);
    }

    private static ModuleNode module(ClassFile file) {
        return ClassRead.of(file.bytes()).node().module;
    }
}
