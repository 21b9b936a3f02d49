package org.asyncjava.transformer.write;

/** How a machine reaches the private body of a class that is itself a member of a nest. */
public enum MachineNest {
    /** The machine is a member of that nest, whose host lists it. The host is another class file, which has to be written too. */
    SHARED,
    /**
     * The machine is in no nest and calls a further method of its class. For those who see one class at a time: whether a class that is loaded
     * has a nested one with async methods, they could only tell from the class files of all its nested classes.
     */
    APART
}
