package org.asyncjava.transformer.plan;

import java.util.Set;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ResultType;

/**
 * What a machine class extends and overrides.
 *
 * @param kind what it extends and implements
 * @param narrowedCompletions names with descriptors of the program's own methods that complete a future, which it overrides too
 * @param blockingMethods names with descriptors of the methods that block for a result, of a future of the program's own
 */
public record MachineShape(MachineKind kind, Set<String> narrowedCompletions, Set<String> blockingMethods) {
    /**
     * The shape of a machine for a method.
     *
     * @param result what the method returns
     * @param classPath where other classes are found
     * @return the shape
     */
    public static MachineShape of(ResultType result, ClassPath classPath) {
        return new MachineShape(MachineKind.of(result, classPath), result.narrowedCompletions(classPath), result.blockingMethods(classPath));
    }
}
