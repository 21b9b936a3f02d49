package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What is made of four results, as {@link java.util.function.BiFunction} of two: for {@code gather(..., combine)}.
 *
 * @param <A> the type of the first one
 * @param <B> the type of the second one
 * @param <C> the type of the third one
 * @param <D> the type of the fourth one
 * @param <R> the type of what is made of them
 * @since 0.1.0
 */
@FunctionalInterface
@NullMarked
public interface Function4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
        D extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Makes one of four.
     *
     * @param a the first one
     * @param b the second one
     * @param c the third one
     * @param d the fourth one
     * @return what is made of them
     */
    R apply(A a, B b, C c, D d);
}
