package org.asyncjava.transformer.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** The type hierarchy as class files tell it: those just written, then the class path. */
final class WrittenTypes {
    private final Map<String, Outline> written = new HashMap<>();
    private final ClassPath classPath;

    /** What matters of a type. */
    private record Outline(boolean isInterface, String superName, List<String> interfaces) {
    }

    WrittenTypes(Map<String, byte[]> classFiles, ClassPath classPath) {
        this.classPath = classPath;
        classFiles.forEach((name, bytes) -> {
            ClassReader reader = new ClassReader(bytes);
            boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
            written.put(name, new Outline(isInterface, reader.getSuperName(), List.of(reader.getInterfaces())));
        });
    }

    private Optional<Outline> outline(String name) {
        Outline own = written.get(name);
        return own != null ? Optional.of(own)
                : classPath.outline(name).map(found -> new Outline(found.isInterface(), found.superName(), found.interfaces()));
    }

    boolean isInterface(String name) {
        return outline(name).map(Outline::isInterface).orElse(false);
    }

    /** The superclass; {@code Object} for a type that is missing. */
    String superName(String name) {
        return outline(name).map(Outline::superName).orElse("java/lang/Object");
    }

    /** Whether a value of one type can stand where another is wanted; a missing type gets the benefit of the doubt. */
    boolean isSubtype(String name, String wanted) {
        return isSubtype(name, wanted, new HashSet<>());
    }

    private boolean isSubtype(String name, String wanted, Set<String> seen) {
        if (name == null || !seen.add(name)) {
            return false;
        }
        if (name.equals(wanted)) {
            return true;
        }
        Optional<Outline> outline = outline(name);
        return outline.isEmpty() || isSubtype(outline.get().superName(), wanted, seen)
                || outline.get().interfaces().stream().anyMatch(type -> isSubtype(type, wanted, seen));
    }
}
