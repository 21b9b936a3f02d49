package org.asyncjava.transformer.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

/** Defines machines in the loader and protection domain of the class that they belong to, before that class itself is defined. */
final class ClassDefiner {
    private final Method defineClass;
    private final Method findLoadedClass;

    private ClassDefiner(Method defineClass, Method findLoadedClass) {
        this.defineClass = defineClass;
        this.findLoadedClass = findLoadedClass;
    }

    /**
     * Opens {@code java.lang} to the agent: the methods are protected.
     *
     * @throws IllegalStateException if the JVM does not let itself be opened
     */
    static ClassDefiner of(Instrumentation jvm) {
        Module agent = ClassDefiner.class.getModule();
        jvm.redefineModule(Object.class.getModule(), Set.of(), Map.of(), Map.of("java.lang", Set.of(agent)), Set.of(), Map.of());
        return new ClassDefiner(
                method("defineClass", String.class, byte[].class, int.class, int.class, ProtectionDomain.class),
                method("findLoadedClass", String.class));
    }

    private static Method method(String name, Class<?>... parameters) {
        try {
            Method method = ClassLoader.class.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException unknown) {
            throw new IllegalStateException("this JVM has no ClassLoader." + name, unknown);
        }
    }

    /**
     * Defines machines.
     *
     * @throws LinkageError if the runtime is not visible to the loader, or does not fit
     */
    void define(Map<String, byte[]> machines, LoadedClass owner) {
        machines.forEach((name, bytes) -> define(name.replace('/', '.'), bytes, owner));
    }

    /** Two threads of a parallel-capable loader may load the same class at a time; what they define is the same. */
    private void define(String name, byte[] bytes, LoadedClass owner) {
        try {
            call(defineClass, owner.loader(), name, bytes, 0, bytes.length, owner.domain());
        } catch (LinkageError failure) {
            if (!isLoaded(name, owner.loader())) {
                throw failure;
            }
        }
    }

    /** Tells whether a loader has defined a class. */
    boolean isLoaded(String className, ClassLoader loader) {
        return call(findLoadedClass, loader, className) != null;
    }

    /** Tells whether a loader has defined a class of this name that is no machine: what users write is not synthetic. */
    boolean isLoadedByUser(String className, ClassLoader loader) {
        return call(findLoadedClass, loader, className) instanceof Class<?> loaded && !loaded.isSynthetic();
    }

    private static Object call(Method method, ClassLoader loader, Object... arguments) {
        try {
            return method.invoke(loader, arguments);
        } catch (InvocationTargetException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("java.lang is not open to the agent", closed);
        }
    }
}
