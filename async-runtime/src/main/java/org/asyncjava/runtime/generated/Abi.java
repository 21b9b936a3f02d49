package org.asyncjava.runtime.generated;

/** The versions of the generated-code ABI that this runtime can run. */
public final class Abi {
    /** The newest version: the one that these classes describe. */
    public static final int VERSION = 1;

    /** The oldest version that still runs. */
    public static final int OLDEST = 1;

    private Abi() {
    }

    /**
     * Tells whether a class can run here.
     *
     * @param version the version that the class was transformed for
     * @param className the class's name, for the message
     * @throws IllegalStateException when it cannot; the message says what to do
     */
    public static void require(int version, String className) {
        if (version < OLDEST || version > VERSION) {
            throw new IllegalStateException(className + " was transformed for version " + version + " of the generated-code ABI; this"
                    + " async-runtime runs " + OLDEST + " to " + VERSION + ". "
                    + (version > VERSION ? "Use a newer async-runtime." : "Transform the class again with a newer transformer."));
        }
    }
}
