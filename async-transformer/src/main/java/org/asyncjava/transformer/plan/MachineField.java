package org.asyncjava.transformer.plan;

/**
 * A field of a state machine that holds a value while the method is suspended.
 *
 * @param name its name: the category of its values and a number
 * @param descriptor its type: that of its values if they all have the same, otherwise {@code Object}
 */
public record MachineField(String name, String descriptor) {
    /** The descriptor of fields that hold references of several types. */
    public static final String ANY_REFERENCE = "Ljava/lang/Object;";

    /**
     * Tells whether the field keeps an object reachable.
     *
     * @return true for objects and arrays
     */
    public boolean isReference() {
        return descriptor.length() > 1;
    }

    /** Compared too often for the method that a record has, which goes through method handles. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof MachineField field && name.equals(field.name) && descriptor.equals(field.descriptor);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
