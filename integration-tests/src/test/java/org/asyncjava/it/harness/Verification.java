package org.asyncjava.it.harness;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.util.CheckClassAdapter;

/** Verifies class files twice: by ASM's data flow and by the JVM. */
public final class Verification {
    private Verification() {
    }

    /**
     * Verifies classes that belong together.
     *
     * @param classes the class files by name
     * @throws AssertionError naming the first class that is wrong
     */
    public static void of(Map<String, byte[]> classes) {
        ProgramLoader loader = ProgramLoader.of(classes);
        classes.forEach((name, bytes) -> {
            byAsm(name, bytes, loader);
            byJvm(name, loader);
        });
    }

    /**
     * Asks the JVM alone, about classes as a compiler wrote them.
     *
     * @param classes the class files by name
     * @throws AssertionError naming the first class that is wrong
     */
    public static void byJvm(Map<String, byte[]> classes) {
        ProgramLoader loader = ProgramLoader.of(classes);
        classes.keySet().forEach(name -> byJvm(name, loader));
    }

    private static void byAsm(String name, byte[] bytes, ClassLoader loader) {
        StringWriter report = new StringWriter();
        try {
            CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(report));
            new ClassReader(bytes).accept(new CheckClassAdapter(new ClassWriter(0), true), 0);
        } catch (RuntimeException e) {
            throw new AssertionError("ASM refuses " + name + ": " + e.getMessage() + "\n" + report, e);
        }
        if (!report.toString().isEmpty()) {
            throw new AssertionError("ASM refuses " + name + ":\n" + report);
        }
    }

    private static void byJvm(String name, ClassLoader loader) {
        try {
            Class.forName(name, true, loader);
        } catch (ExceptionInInitializerError e) {
            // The class was verified before its initialiser ran, which may need what only a run of the program gives it.
            return;
        } catch (ClassNotFoundException | LinkageError e) {
            if (!String.valueOf(e.getMessage()).startsWith("Could not initialize")) {
                throw new AssertionError("the JVM refuses " + name + ": " + e, e);
            }
        }
    }
}
