package org.asyncjava.it.harness;

/** What {@code org.asyncjava.Emit} is in a {@link BlockingGenerator}. {@link ProgramLoader} defines it under that name. */
public final class BlockingEmit {
    private BlockingEmit() {
    }

    /**
     * Hands out an element and waits until the next one is asked for.
     *
     * @param element the element
     * @param <T> its type
     */
    public static <T> void emit(T element) {
        BlockingGenerator.emit(element);
    }

    /**
     * What a body returns.
     *
     * @param <R> the type that the generator declares
     * @return null
     */
    public static <R> R end() {
        return null;
    }
}
