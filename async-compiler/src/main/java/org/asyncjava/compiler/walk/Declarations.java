package org.asyncjava.compiler.walk;

import java.util.List;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Violation;

/**
 * What is declared in a source.
 *
 * @param <N> what represents a node of the source
 */
public interface Declarations<N> {
    /**
     * Tells of a class and what it has.
     *
     * @param type the declaration
     * @param to the walk, which is told of the class, and in it of its methods, initialisers and member classes
     */
    void tell(N type, CodeWalk<N> to);

    /**
     * A method.
     *
     * @param method the declaration
     * @param owner name of its class, with dots
     * @return what it is
     */
    DeclaredMethod<N> method(N method, String owner);

    /**
     * What a method's annotations break.
     *
     * @param method the declaration
     * @param at the same as an enclosure
     * @param awaits whether it is async code that awaits
     * @return the violations
     */
    List<Violation> brokenByAnnotations(N method, Enclosure at, boolean awaits);

    /**
     * Tells whether a method does no more than return a value.
     *
     * @param declaration a method or lambda
     * @param owner name of its class, with dots
     * @return true of a method that would be the same without {@code @Async}
     */
    boolean isValue(N declaration, String owner);

    /**
     * What a lambda, or a method reference, implements.
     *
     * @param lambda the expression
     * @return its nature
     */
    LambdaNature nature(N lambda);

    /**
     * The code of a lambda.
     *
     * @param lambda the lambda
     * @return a block or an expression
     */
    N body(N lambda);
}
