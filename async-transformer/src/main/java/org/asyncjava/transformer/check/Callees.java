package org.asyncjava.transformer.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.Callee;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.MethodOutline;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the calls of a class call, as far as class files tell. A class that is not found has no supertypes and nothing async. */
final class Callees {
    private final ClassPath classPath;

    Callees(ClassPath classPath) {
        this.classPath = classPath;
    }

    Callee of(MethodInsnNode call) {
        Set<String> hierarchy = hierarchy(call.owner);
        String declaring = hierarchy.stream().filter(type -> declared(type, call).isPresent()).findFirst().orElse(call.owner);
        boolean async = declared(declaring, call).map(MethodOutline::async).orElse(false)
                || Type.getReturnType(call.desc).getInternalName().equals(ResultType.COROUTINE);
        Set<String> types = new LinkedHashSet<>();
        hierarchy(declaring).forEach(type -> types.add(display(type)));
        return new Callee(display(declaring), types, call.name, Type.getArgumentTypes(call.desc).length, async);
    }

    private Optional<MethodOutline> declared(String type, MethodInsnNode call) {
        return classPath.outline(type).flatMap(outline -> outline.method(call.name + call.desc));
    }

    /** The class itself, then its superclasses, then all interfaces. */
    private Set<String> hierarchy(String internalName) {
        Set<String> types = new LinkedHashSet<>();
        for (String name = internalName; name != null && types.add(name);) {
            name = classPath.outline(name).map(ClassOutline::superName).orElse(null);
        }
        for (String type : Set.copyOf(types)) {
            addInterfaces(type, types);
        }
        return types;
    }

    private void addInterfaces(String type, Set<String> types) {
        classPath.outline(type).ifPresent(outline -> outline.interfaces().forEach(above -> {
            if (types.add(above)) {
                addInterfaces(above, types);
            }
        }));
    }

    private static String display(String internalName) {
        return Type.getObjectType(internalName).getClassName();
    }
}
