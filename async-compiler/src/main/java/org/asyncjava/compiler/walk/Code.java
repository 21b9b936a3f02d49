package org.asyncjava.compiler.walk;

import java.util.List;
import java.util.function.Predicate;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.flow.CodeEvents;

/**
 * Code, and what it is made of.
 *
 * @param <N> what represents a node of the source
 */
public interface Code<N> {
    /**
     * Tells what some code does.
     *
     * @param code a statement or an expression
     * @param to who wants to know
     */
    void tell(N code, CodeEvents<N> to);

    /**
     * Where something is.
     *
     * @param node the node; a declaration stands where its name or its first word is
     * @return the place
     */
    Position position(N node);

    /**
     * Tells whether the source asks for warnings to be left out, by {@code @SuppressWarnings} of a declaration around.
     *
     * @param at where the warnings are
     * @param warning whether they are meant by a text in the annotation
     * @return true if so
     */
    boolean suppresses(N at, Predicate<String> warning);

    /**
     * The part of a call that names what is called.
     *
     * @param call the call
     * @return its name; of what is no call the node itself
     */
    N name(N call);

    /**
     * What parentheses stand around.
     *
     * @param expression an expression
     * @return the expression without them
     */
    N inside(N expression);

    /**
     * What an expression has its value from without doing anything to it: what is cast or in parentheses, both branches of a conditional.
     *
     * @param value the expression
     * @return its possible values; empty of other expressions
     */
    List<N> choices(N value);

    /**
     * Tells whether an expression is the literal {@code null}.
     *
     * @param value the expression
     * @return true if so
     */
    boolean isNull(N value);

    /**
     * What a call is given.
     *
     * @param call a call
     * @return the expressions
     */
    List<N> arguments(N call);

    /**
     * The variable that an expression names or that a declaration declares.
     *
     * @param node the expression or declaration
     * @return what represents it, by its identity; null if it is none, or not known
     */
    Object variable(N node);
}
