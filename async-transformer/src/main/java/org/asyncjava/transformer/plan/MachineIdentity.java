package org.asyncjava.transformer.plan;

import org.asyncjava.transformer.read.ResultType;

/**
 * Which machine is planned.
 *
 * @param owner internal name of the class that declares the method
 * @param ownerIsInterface whether that is an interface
 * @param name internal name of the machine class
 * @param result what the method returns
 * @param shape what the machine class extends and overrides
 */
public record MachineIdentity(String owner, boolean ownerIsInterface, String name, ResultType result, MachineShape shape) {
    /**
     * What the machine class extends and implements.
     *
     * @return the kind of its shape
     */
    public MachineKind kind() {
        return shape.kind();
    }

    /**
     * Tells whether calls of the method run nothing before the machine is made: then the body returns nothing.
     *
     * @return that of its {@link #kind()}
     */
    public boolean isCold() {
        return kind().isCold();
    }
}
