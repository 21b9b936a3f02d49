package org.asyncjava.transformer.read;

/**
 * A class that cannot be transformed although it breaks no rule: it is damaged, too new, too large, or needs a type that is missing.
 *
 * <p>The message is one sentence for the user that names the class, where there is one the method, and the mend.
 */
public final class TransformationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong, where, and the mend
     */
    public TransformationException(String message) {
        super(message);
    }

    /**
     * Makes an exception that was caused by another one.
     *
     * @param message what is wrong, where, and the mend
     * @param cause what was thrown below
     */
    public TransformationException(String message, Throwable cause) {
        super(message, cause);
    }
}
