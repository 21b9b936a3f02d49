package org.asyncjava.transformer.plan;

import org.asyncjava.transformer.read.ResultType;

/**
 * Which machine is planned.
 *
 * @param owner internal name of the class that declares the method
 * @param ownerIsInterface whether that is an interface
 * @param name internal name of the machine class
 * @param result what the method returns
 * @param kind what the machine class extends and implements
 */
public record MachineIdentity(String owner, boolean ownerIsInterface, String name, ResultType result, MachineKind kind) {
}
