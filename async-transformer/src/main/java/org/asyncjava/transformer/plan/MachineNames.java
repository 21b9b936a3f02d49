package org.asyncjava.transformer.plan;

import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.tree.MethodNode;

/** The names of machine classes: a function of the user's class alone, so that builds repeat and nest hosts can be told. */
public final class MachineNames {
    private MachineNames() {
    }

    /**
     * The name of a machine.
     *
     * @param owner internal name of the user's class
     * @param method the async method
     * @param ordinal its position among the class's async methods, from 1
     * @return internal name of the machine class
     */
    public static String of(String owner, MethodNode method, int ordinal) {
        return owner + "$" + method.name + Markers.MACHINE + ordinal;
    }
}
