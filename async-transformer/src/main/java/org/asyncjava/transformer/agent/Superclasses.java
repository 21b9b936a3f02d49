package org.asyncjava.transformer.agent;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.ClassReader;

/**
 * The program's own futures that machines extend. Defining a machine loads its superclass, and a JVM does not show an agent what is
 * loaded while the agent is at work in the same thread.
 */
final class Superclasses {
    private Superclasses() {
    }

    /**
     * Finds the superclasses that are still to be transformed and would be loaded behind the agent's back.
     *
     * @param machines class files of machines
     * @param isLoaded tells of a class, by its name with dots, whether it is loaded already
     * @param classPath where the superclasses are found
     * @return internal names of classes with async methods, each once
     */
    static List<String> unseen(Collection<byte[]> machines, Predicate<String> isLoaded, ClassPath classPath) {
        return machines.stream().map(machine -> new ClassReader(machine).getSuperName()).distinct()
                .filter(name -> !name.startsWith("org/asyncjava/runtime/") && !isLoaded.test(name.replace('/', '.')))
                .filter(name -> classPath.outline(name).map(ClassOutline::asyncMethods).filter(methods -> !methods.isEmpty()).isPresent())
                .toList();
    }
}
