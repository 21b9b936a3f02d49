package org.asyncjava.compiler.walk;

import org.asyncjava.rules.Violation;

/**
 * A broken rule and what is to be shown with it.
 *
 * @param violation what is wrong
 * @param at where a caret is put
 * @param <N> what represents a node of the source
 */
public record Finding<N>(Violation violation, N at) {
}
