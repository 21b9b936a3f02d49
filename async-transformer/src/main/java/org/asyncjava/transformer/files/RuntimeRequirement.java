package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.objectweb.asm.tree.ModuleNode;

/** What generated code needs around it: the runtime on the class path and, in a module, readability of the runtime's module. */
final class RuntimeRequirement {
    private static final String ABI = "org/asyncjava/runtime/generated/Abi";
    private static final String MODULE = "org.asyncjava.runtime";
    private static final String MODULE_FILE = "module-info";

    private RuntimeRequirement() {
    }

    /** What is missing, if any of the classes contains machines. */
    static List<Problem> unmet(List<Outcome> outcomes, ClassPath classes, List<Path> everything) {
        Optional<Outcome> first = outcomes.stream().filter(outcome -> outcome.result().methods() > 0).findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        if (classes.outline(ABI).isEmpty()) {
            return List.of(new Problem(first.get().file().path(), "contains async methods, but async-runtime is not on the class path:"
                    + " add the dependency org.asyncjava:async-runtime"));
        }
        ModuleGraph modules = ModuleGraph.of(everything);
        return outcomes.stream().map(Outcome::file)
                .filter(file -> file.simpleName().equals(MODULE_FILE))
                .filter(file -> !modules.reads(module(file), MODULE))
                .map(file -> new Problem(file.path(), "the module " + module(file).name + " contains async methods, but does not read"
                        + " the runtime: add \"requires " + MODULE + ";\" to its module-info.java"))
                .toList();
    }

    private static ModuleNode module(ClassFile file) {
        return ClassRead.of(file.bytes()).node().module;
    }
}
