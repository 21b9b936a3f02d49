package org.asyncjava.transformer.files;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * The versions of the generated-code ABI that a runtime runs, as the constants of its class file state them.
 *
 * @param oldest the first version
 * @param newest the last version
 */
record AcceptedAbi(int oldest, int newest) {
    static AcceptedAbi of(ClassNode abi) {
        return new AcceptedAbi(constant(abi, RuntimeAbi.OLDEST_VERSION), constant(abi, RuntimeAbi.NEWEST_VERSION));
    }

    private static int constant(ClassNode abi, String name) {
        for (FieldNode field : abi.fields) {
            if (field.name.equals(name) && field.value instanceof Integer value) {
                return value;
            }
        }
        throw new TransformationException("the async-runtime on the class path does not state " + name
                + " of its generated-code ABI: use the same version of async-runtime and of the transformer");
    }

    boolean includes(int version) {
        return version >= oldest && version <= newest;
    }

    String text() {
        return oldest + " to " + newest;
    }
}
