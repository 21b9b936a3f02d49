package org.asyncjava.compiler.walk;

import java.util.Optional;

/**
 * A method as it is declared.
 *
 * @param name its name
 * @param mark how it is marked, if its body may be suspended
 * @param namesake an annotation on it that is called as ours is, and is another one
 * @param isSynchronized whether a call of it holds a monitor
 * @param body its code; empty if it has none
 * @param <N> what represents a node of the source
 */
public record DeclaredMethod<N>(String name, Optional<Mark> mark, Optional<String> namesake, boolean isSynchronized, Optional<N> body) {
}
