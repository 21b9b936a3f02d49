package org.asyncjava.compiler.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.EntryAnnotations;
import org.asyncjava.transformer.read.MethodOutline;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What classes declare and inherit, as far as they are known. What was found out is kept, as class paths keep their outlines. */
final class Hierarchy {
    private static final Set<String> CLOSED_BY_AWAITING = Set.of("org/asyncjava/runtime/AsyncCloseable", "org/asyncjava/runtime/AsyncIterator");
    private static final Set<String> CLOSEABLES = Set.of("java/lang/AutoCloseable", "org/asyncjava/runtime/AsyncCloseable");

    private final SourceClasses sources;
    private final ClassPath others;
    private final ClassPath all;
    private final EntryAnnotations entries;
    private final Map<String, Boolean> existence = new HashMap<>();
    private final Map<String, Set<String>> types = new HashMap<>();
    private final Map<Named, List<Method>> methods = new HashMap<>();

    private record Named(String type, String name) {
    }

    /**
     * Asks for classes.
     *
     * @param sources the classes in sources
     * @param others those that are in class files
     * @param all both
     */
    Hierarchy(SourceClasses sources, ClassPath others, ClassPath all) {
        this.sources = sources;
        this.others = others;
        this.all = all;
        this.entries = new EntryAnnotations(all);
    }

    /** Asked while outlines are made, so that it must not ask for one. */
    boolean exists(String internalName) {
        return sources.declares(internalName) || existence.computeIfAbsent(internalName, this::isClassFile);
    }

    private boolean isClassFile(String internalName) {
        try {
            return others.classFile(internalName).isPresent();
        } catch (TransformationException unreadable) {
            return false;
        }
    }

    /** A class file that is damaged is one that is not known. */
    private Optional<ClassOutline> outline(String internalName) {
        try {
            return all.outline(internalName);
        } catch (TransformationException unreadable) {
            return Optional.empty();
        }
    }

    /** A class and everything that it extends and implements; what is not known is missing. */
    Set<String> types(String internalName) {
        return types.computeIfAbsent(internalName, this::findTypes);
    }

    private Set<String> findTypes(String internalName) {
        Set<String> types = new LinkedHashSet<>();
        for (String name = internalName; name != null && exists(name) && types.add(name);) {
            name = outline(name).map(ClassOutline::superName).orElse(null);
        }
        for (String type : List.copyOf(types)) {
            addInterfaces(type, types);
        }
        return Collections.unmodifiableSet(types);
    }

    private void addInterfaces(String type, Set<String> types) {
        outline(type).ifPresent(outline -> outline.interfaces().forEach(above -> {
            if (exists(above) && types.add(above)) {
                addInterfaces(above, types);
            }
        }));
    }

    /** Whether a class is one whose objects are closed by awaiting. The runtime need not be on the class path. */
    boolean isAsyncCloseable(String internalName) {
        return CLOSED_BY_AWAITING.contains(internalName) || types(internalName).stream().flatMap(type -> outline(type).stream())
                .flatMap(outline -> outline.interfaces().stream()).anyMatch(CLOSED_BY_AWAITING::contains);
    }

    /** Whether an object of a class may be one of another class, which is closed by awaiting. */
    boolean mayBe(String internalName, String closeable) {
        return types(internalName).contains(closeable) || CLOSED_BY_AWAITING.contains(closeable) && isAsyncCloseable(internalName);
    }

    /** Whether such a class certainly has the {@code close} that cannot close anything. */
    boolean inheritsClose(String internalName) {
        return types(internalName).stream().filter(type -> !CLOSEABLES.contains(type)).allMatch(type -> outline(type).filter(outline ->
                outline.method("close()V").isEmpty() && isKnown(outline.superName()) && outline.interfaces().stream().allMatch(this::isKnown)).isPresent());
    }

    /** Whether all that a class extends and implements is known. */
    boolean isWhole(String internalName) {
        return exists(internalName) && types(internalName).stream().allMatch(type -> outline(type).filter(outline ->
                isKnown(outline.superName()) && outline.interfaces().stream().allMatch(this::isKnown)).isPresent());
    }

    private boolean isKnown(String supertype) {
        return supertype == null || exists(supertype) || CLOSED_BY_AWAITING.contains(supertype);
    }

    boolean isEntry(MethodOutline method) {
        return entries.areOn(method);
    }

    boolean isFinal(String internalName) {
        return outline(internalName).filter(outline -> (outline.access() & Opcodes.ACC_FINAL) != 0).isPresent();
    }

    /** Whether a class has a method of some name, whatever its parameters. */
    boolean hasMethod(String internalName, String method) {
        return types(internalName).stream().flatMap(type -> declared(type).stream())
                .anyMatch(outline -> outline.name().equals(method));
    }

    /** Whether a class has a field of some name. */
    boolean hasField(String internalName, String field) {
        return descriptor(internalName, field).isPresent();
    }

    /** The class that a field of a class is of; empty if it has none of the name, or that is of no class. */
    Optional<String> field(String internalName, String field) {
        return descriptor(internalName, field).map(Type::getType).filter(type -> type.getSort() == Type.OBJECT).map(Type::getInternalName);
    }

    private Optional<String> descriptor(String internalName, String field) {
        return types(internalName).stream().flatMap(type -> outline(type).stream())
                .flatMap(outline -> Optional.ofNullable(outline.members().fields().get(field)).stream()).findFirst();
    }

    /** The methods of a class that a call may mean: those of a name that take this many arguments. */
    List<Method> methods(String internalName, String name, int arguments) {
        return methods(internalName, name).stream().filter(method -> accepts(method.outline(), arguments)).toList();
    }

    /** The methods of a class that have a name. Overridden ones are left out. */
    List<Method> methods(String internalName, String name) {
        return methods.computeIfAbsent(new Named(internalName, name), this::findMethods);
    }

    private List<Method> findMethods(Named named) {
        List<Method> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String type : types(named.type)) {
            for (MethodOutline method : declared(type)) {
                if (method.name().equals(named.name) && !method.is(Opcodes.ACC_BRIDGE)
                        && seen.add(method.descriptor().substring(0, method.descriptor().indexOf(')')))) {
                    found.add(new Method(type, method));
                }
            }
        }
        return List.copyOf(found);
    }

    private List<MethodOutline> declared(String type) {
        return outline(type).map(ClassOutline::methods).orElse(List.of());
    }

    private static boolean accepts(MethodOutline method, int arguments) {
        int parameters = Type.getArgumentTypes(method.descriptor()).length;
        return parameters == arguments || method.is(Opcodes.ACC_VARARGS) && arguments >= parameters - 1;
    }

    /**
     * A method that a call may mean.
     *
     * @param declaredIn internal name of its class
     * @param outline what is known of it
     */
    record Method(String declaredIn, MethodOutline outline) {
        /** The class of the parameter that takes an argument; empty if it is none. */
        Optional<String> parameter(int index) {
            Type[] parameters = Type.getArgumentTypes(outline.descriptor());
            Type type = parameters[Math.min(index, parameters.length - 1)];
            if (outline.is(Opcodes.ACC_VARARGS) && index >= parameters.length - 1 && type.getSort() == Type.ARRAY) {
                type = type.getElementType();
            }
            return type.getSort() == Type.OBJECT ? Optional.of(type.getInternalName()) : Optional.empty();
        }

        /** The class of the result; empty if it is none. */
        Optional<String> result() {
            Type type = Type.getReturnType(outline.descriptor());
            return type.getSort() == Type.OBJECT ? Optional.of(type.getInternalName()) : Optional.empty();
        }
    }
}
