package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Questions about the single abstract method of an interface, answered from class files. */
public final class FunctionalInterfaces {
    private final ClassPath classPath;

    /**
     * Asks a class path.
     *
     * @param classPath where the interfaces are found
     */
    public FunctionalInterfaces(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * Tells whether a lambda implements an async method.
     *
     * <p>The declaration nearest to the lambda's interface decides: an interface that declares the method again without the
     * annotation takes it back.
     *
     * @param site the place that makes the lambda
     * @return true if the method it implements carries {@code @Async}
     * @throws TransformationException if an interface is missing on the class path
     */
    public boolean isAsync(LambdaSite site) {
        return isAsync(site.functionalInterface(), site.interfaceMethod(), site.arguments());
    }

    /**
     * Tells whether an implementation of a method of an interface, written as a lambda, is async.
     *
     * @param interfaceName internal name of the interface
     * @param methodName the method that the lambda implements
     * @param arguments how many parameters it has
     * @return true if the method carries {@code @Async}
     * @throws TransformationException if an interface is missing on the class path
     */
    public boolean isAsync(String interfaceName, String methodName, int arguments) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> level = Set.of(interfaceName);
        while (!level.isEmpty()) {
            Set<String> above = new LinkedHashSet<>();
            List<MethodOutline> declarations = new ArrayList<>();
            for (String name : level) {
                ClassOutline outline = required(name);
                outline.methods().stream().filter(method -> isMeant(method, methodName, arguments)).forEach(declarations::add);
                above.addAll(outline.interfaces());
            }
            if (!declarations.isEmpty()) {
                return declarations.stream().anyMatch(MethodOutline::async);
            }
            seen.addAll(level);
            above.removeAll(seen);
            level = above;
        }
        return false;
    }

    private static boolean isMeant(MethodOutline method, String name, int arguments) {
        return method.is(Opcodes.ACC_ABSTRACT)
                && method.name().equals(name)
                && Type.getArgumentTypes(method.descriptor()).length == arguments;
    }

    /**
     * Tells whether a method is the one that lambdas of an interface implement.
     *
     * @param interfaceName internal name of the interface
     * @param methodName one of its abstract methods
     * @param arguments how many parameters it has
     * @return true if the interface has no other abstract method, own or inherited
     * @throws TransformationException if an interface that it extends is missing on the class path
     */
    public boolean isSingleAbstract(String interfaceName, String methodName, int arguments) {
        return singleAbstract(interfaceName).filter(single -> isMeant(single, methodName, arguments)).isPresent();
    }

    /**
     * The method that lambdas of an interface implement.
     *
     * @param interfaceName internal name of the interface
     * @return its declaration; empty if there is no abstract method, own or inherited, or more than one
     * @throws TransformationException if an interface that it extends is missing on the class path
     */
    public Optional<MethodOutline> singleAbstract(String interfaceName) {
        Map<String, MethodOutline> declarations = new LinkedHashMap<>();
        collect(interfaceName, declarations, new LinkedHashSet<>());
        List<MethodOutline> left = declarations.values().stream().filter(method -> method.is(Opcodes.ACC_ABSTRACT)).toList();
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    /** Sub-interfaces come first, so that what they declare hides what they inherit. */
    private void collect(String interfaceName, Map<String, MethodOutline> declarations, Set<String> seen) {
        if (!seen.add(interfaceName)) {
            return;
        }
        ClassOutline outline = required(interfaceName);
        for (MethodOutline method : outline.methods()) {
            if (!method.is(Opcodes.ACC_STATIC) && !method.is(Opcodes.ACC_PRIVATE) && !method.is(Opcodes.ACC_BRIDGE) && !isOfObject(method)) {
                declarations.putIfAbsent(arity(method), method);
            }
        }
        outline.interfaces().forEach(above -> collect(above, declarations, seen));
    }

    /** An interface may declare public methods of Object again: lambdas need not implement them (JLS 9.8). */
    private boolean isOfObject(MethodOutline method) {
        return required("java/lang/Object").method(method.signature()).filter(own -> own.is(Opcodes.ACC_PUBLIC)).isPresent();
    }

    /** Name and number of arguments: overriding keeps both, while erasure may change the descriptor. */
    private static String arity(MethodOutline method) {
        return method.name() + "/" + Type.getArgumentTypes(method.descriptor()).length;
    }

    private ClassOutline required(String internalName) {
        return classPath.outline(internalName).orElseThrow(() -> new TransformationException("the interface "
                + internalName.replace('/', '.') + " is not on the class path: add the dependency that contains it"));
    }
}
