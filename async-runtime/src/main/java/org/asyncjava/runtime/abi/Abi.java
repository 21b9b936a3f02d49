package org.asyncjava.runtime.abi;

/**
 * The versions of the generated-code ABI that this runtime can run.
 *
 * @since 0.1.0
 */
public final class Abi {
    /** The newest version: the one that these classes describe. */
    public static final int VERSION = 1;

    /** The oldest version that still runs. */
    public static final int OLDEST = 1;

    private Abi() {
    }

    /**
     * Called once by each machine, before the first call of the method that it belongs to.
     *
     * @param transformed the class of that method; one whose mark has been taken out is not refused
     * @throws LinkageError when it cannot run here; the message says what to do
     */
    public static void require(Class<?> transformed) {
        Transformed mark;
        try {
            mark = transformed.getAnnotation(Transformed.class);
        } catch (RuntimeException | Error unreadable) {
            // Another annotation of the class, of which nobody has asked, or no stack left to read it: a failure here would be one for ever.
            return;
        }
        if (mark != null) {
            require(mark.abi(), transformed.getName());
        }
    }

    /**
     * Tells whether a class can run here. Called by the agent, before it hands the class to the JVM.
     *
     * @param version the version that the class was transformed for
     * @param className the class's name, for the message
     * @throws LinkageError when it cannot; the message says what to do
     */
    public static void require(int version, String className) {
        if (version < OLDEST || version > VERSION) {
            throw new LinkageError(className + " was transformed for version " + version + " of the generated-code ABI; this async-runtime runs "
                    + (OLDEST == VERSION ? "version " + VERSION : "versions " + OLDEST + " to " + VERSION) + ". "
                    + (version > VERSION ? "Use a newer async-runtime." : "Transform the class again with a newer transformer."));
        }
    }
}
