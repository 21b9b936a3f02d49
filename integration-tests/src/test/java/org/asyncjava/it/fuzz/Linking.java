package org.asyncjava.it.fuzz;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.it.harness.ProgramLoader;
import org.objectweb.asm.ClassReader;

/** Has the JVM check and verify classes without running any of their code. */
final class Linking {
    private final Map<String, byte[]> surroundings;

    /**
     * Makes a linker.
     *
     * @param surroundings the class files around, by name
     */
    Linking(Map<String, byte[]> surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Links a class.
     *
     * @param classFile the class, in place of the one of the same name
     * @param machines further classes, by internal name; linked too
     * @return what the JVM has against one of them
     */
    Optional<LinkageError> refusal(byte[] classFile, Map<String, byte[]> machines) {
        Map<String, byte[]> classes = new HashMap<>(surroundings);
        machines.forEach((name, bytes) -> classes.put(name.replace('/', '.'), bytes));
        String name = nameOf(classFile);
        classes.put(name, classFile);
        ProgramLoader loader = ProgramLoader.of(classes);
        try {
            link(name, loader);
            for (String machine : machines.keySet()) {
                linkMachine(machine.replace('/', '.'), loader);
            }
            return Optional.empty();
        } catch (LinkageError refusal) {
            return Optional.of(refusal);
        } catch (ClassNotFoundException | RuntimeException notAName) {
            return Optional.of(new NoClassDefFoundError(notAName.toString()));
        }
    }

    private static String nameOf(byte[] classFile) {
        try {
            return new ClassReader(classFile).getClassName().replace('/', '.');
        } catch (RuntimeException damaged) {
            return "unreadable";
        }
    }

    /** Asking for the methods links the class, and does not initialise it. */
    private static void link(String name, ClassLoader loader) throws ClassNotFoundException {
        Class.forName(name, false, loader).getDeclaredMethods();
    }

    /**
     * Asking for constructors links as well. A machine's methods and fields name the types of the locals that they keep, and reflection
     * would look for these types, which the program does only if it gets to where they are used.
     */
    private static void linkMachine(String name, ClassLoader loader) throws ClassNotFoundException {
        Class.forName(name, false, loader).getDeclaredConstructors();
    }
}
