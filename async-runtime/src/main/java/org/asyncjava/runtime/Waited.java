package org.asyncjava.runtime;

import java.util.Set;

import org.jspecify.annotations.NullMarked;

/**
 * What {@code waitAll}, {@code waitAny} and {@code waitFirstException} have found, in the order in which the futures were named.
 *
 * @param <F> the type of the futures or stages
 * @param done those that have an outcome
 * @param pending those that have none yet
 * @since 0.1.0
 */
@NullMarked
public record Waited<F>(Set<F> done, Set<F> pending) {
}
