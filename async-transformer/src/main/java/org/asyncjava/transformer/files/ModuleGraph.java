package org.asyncjava.transformer.files;

import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ModuleNode;
import org.objectweb.asm.tree.ModuleRequireNode;

/** Which module reads which, through {@code requires transitive} too. */
final class ModuleGraph {
    private final List<ModuleFinder> finders;

    private ModuleGraph(List<ModuleFinder> finders) {
        this.finders = finders;
    }

    /** The modules among the entries of a class path. */
    static ModuleGraph of(List<Path> entries) {
        return new ModuleGraph(entries.stream().map(ModuleFinder::of).toList());
    }

    /** Tells whether a module requires another one, or one that passes it on. Each reads itself. */
    boolean reads(ModuleNode module, String wanted) {
        Set<String> seen = new HashSet<>();
        return module.name.equals(wanted) || module.requires.stream()
                .filter(required -> (required.access & Opcodes.ACC_MANDATED) == 0)
                .map((ModuleRequireNode required) -> required.module)
                .anyMatch(required -> passesOn(required, wanted, seen));
    }

    private boolean passesOn(String module, String wanted, Set<String> seen) {
        if (module.equals(wanted)) {
            return true;
        }
        if (!seen.add(module)) {
            return false;
        }
        return find(module).stream()
                .flatMap(reference -> reference.descriptor().requires().stream())
                .filter(required -> required.modifiers().contains(Requires.Modifier.TRANSITIVE))
                .anyMatch(required -> passesOn(required.name(), wanted, seen));
    }

    /** An entry that is no module, nor can be one, has none to offer. */
    private Optional<ModuleReference> find(String module) {
        for (ModuleFinder finder : finders) {
            try {
                Optional<ModuleReference> reference = finder.find(module);
                if (reference.isPresent()) {
                    return reference;
                }
            } catch (FindException notAModule) {
                continue;
            }
        }
        return Optional.empty();
    }
}
