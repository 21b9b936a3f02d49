package org.asyncjava;

/**
 * What a generator says: an element, and the end.
 *
 * <p>A generator is a method with the annotation {@link Generator}. A call of one of these methods in it is replaced by the transformer. A
 * call that was not replaced throws {@link NotTransformedException}.
 *
 * <pre>{@code
 * import static org.asyncjava.Emit.*;
 *
 * @Generator
 * Iterator<String> words(Reader text) {
 *     try (Scanner scanner = new Scanner(text)) {
 *         while (scanner.hasNext()) {
 *             emit(scanner.next());
 *         }
 *     }
 *     return end();
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Emit {
    private Emit() {
    }

    /**
     * Hands an element to whoever has asked for one; the generator goes on behind the call when the next is asked for.
     *
     * @param <T> the type of the elements
     * @param element the element, may be null
     * @throws IllegalStateException when the generator is being closed
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T> void emit(T element) {
        throw NotTransformedException.of(Emit.class, "emit");
    }

    /**
     * Ends the generator: what its one kind of return, {@code return end();}, returns.
     *
     * @param <R> the type that the generator declares
     * @return nothing that a program sees
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <R> R end() {
        throw NotTransformedException.of(Emit.class, "end");
    }
}
