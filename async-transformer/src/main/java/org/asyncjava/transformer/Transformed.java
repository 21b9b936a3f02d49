package org.asyncjava.transformer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asyncjava.rules.Violation;

/**
 * What became of one class file.
 *
 * @param className internal name of the class; empty if the file was not looked into
 * @param classFile its new bytes; the very array that was given if nothing changed
 * @param machines the state machine classes to be put beside it, internal name to bytes, in the order of their names
 * @param violations the rules that the class breaks; with one among them that is an error nothing was rewritten
 * @param remarks what else its author should know, one sentence each: methods that have become too large to be compiled, a
 *     dump that could not be written
 */
public record Transformed(String className, byte[] classFile, Map<String, byte[]> machines, List<Violation> violations, List<String> remarks) {
    /** Makes a result; collections are copied. */
    public Transformed {
        remarks = List.copyOf(remarks);
        machines = machines.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(machines));
        violations = List.copyOf(violations);
    }

    /**
     * How many methods were rewritten: each has a machine.
     *
     * @return their number
     */
    public int methods() {
        return machines.size();
    }

    /**
     * The result for a class that is left as it is.
     *
     * @param className internal name, or empty
     * @param classFile the bytes that were given
     * @return a result without machines and violations
     */
    public static Transformed unchanged(String className, byte[] classFile) {
        return new Transformed(className, classFile, Map.of(), List.of(), List.of());
    }

    /**
     * The result for a class that breaks rules.
     *
     * @param className internal name
     * @param classFile the bytes that were given
     * @param violations what it breaks
     * @return a result without machines
     */
    public static Transformed refused(String className, byte[] classFile, List<Violation> violations) {
        return new Transformed(className, classFile, Map.of(), violations, List.of());
    }

    /**
     * The same result with warnings.
     *
     * @param warnings rules that the class breaks and that did not stop it
     * @return a new result
     */
    public Transformed withViolations(List<Violation> warnings) {
        return new Transformed(className, classFile, machines, warnings, remarks);
    }
}
