package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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
        return !unfit.isEmpty() || withMachines(outcomes).isEmpty() ? unfit : unreadable(outcomes, ModuleGraph.of(everything));
    }

    /** What is missing on the class path, if any of the classes contains machines. */
    static List<Problem> unfit(List<TransformedFile> outcomes, ClassPath classes) {
        Optional<TransformedFile> fresh = withMachines(outcomes);
        List<TransformedFile> earlier = earlier(outcomes);
        if (fresh.isEmpty() && earlier.isEmpty()) {
            return List.of();
        }
        Optional<AcceptedAbi> accepted = classes.classFile(RuntimeAbi.ABI).map(abi -> AcceptedAbi.of(ClassRead.of(abi).node()));
        return accepted.isEmpty() ? missing(fresh) : unfit(Stream.concat(fresh.stream(), earlier.stream()), accepted.get());
    }

    private static List<Problem> missing(Optional<TransformedFile> fresh) {
        return fresh.map(first -> new Problem(first.file().location(), "contains async methods, but async-runtime is not on the class path:"
                + " add the dependency org.asyncjava:async-runtime")).stream().toList();
    }

    /** One line, however many there are. */
    private static List<Problem> unfit(Stream<TransformedFile> marked, AcceptedAbi accepted) {
        return marked.flatMap(outcome -> needed(outcome).stream().filter(version -> !accepted.includes(version)).mapToObj(version ->
                new Problem(outcome.file().location(), "is transformed for version " + version + " of the generated-code ABI, but the"
                        + " async-runtime on the class path runs versions " + accepted.text()
                        + ": use the same version of async-runtime and of the transformer"))).limit(1).toList();
    }

    private static OptionalInt needed(TransformedFile outcome) {
        return Markers.abi(ClassRead.of(outcome.content().get().classFile()).node());
    }

    /** All that are transformed now are for the same version. */
    private static Optional<TransformedFile> withMachines(List<TransformedFile> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.result().methods() > 0).findFirst();
    }

    /** Those that an earlier run has transformed, maybe another version's. */
    private static List<TransformedFile> earlier(List<TransformedFile> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.isChanged() && ConstantPoolScan.mentionsMark(outcome.file().bytes())
                && !StaleMachines.isNamedAsMachine(outcome.file().location())).toList();
    }

    private static List<Problem> unreadable(List<TransformedFile> outcomes, ModuleGraph modules) {
        return outcomes.stream().map(TransformedFile::file)
                .filter(RuntimeRequirement::isModule)
                .filter(file -> !modules.reads(module(file), MODULE))
                .map(file -> new Problem(file.location(), "the module " + module(file).name + " contains async methods, but does not read"
                        + " the runtime: add \"requires " + MODULE + ";\" to its module-info.java"))
                .toList();
    }

    /** Tells whether a class file describes a module. */
    static boolean isModule(ClassFile file) {
        return file.location().fileName().equals(MODULE_FILE);
    }

    private static ModuleNode module(ClassFile file) {
        return ClassRead.of(file.bytes()).node().module;
    }
}
