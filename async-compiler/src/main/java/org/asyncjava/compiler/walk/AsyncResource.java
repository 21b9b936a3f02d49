package org.asyncjava.compiler.walk;

import java.util.Optional;

/**
 * A resource that is closed by awaiting.
 *
 * @param at where it is declared, or named, or made
 * @param type its class, with dots
 * @param hiddenAs the type that it is declared with, if that does not tell
 * @param inheritsClose whether its class has the {@code close} that cannot close anything
 * @param <N> what represents a node of the source
 */
public record AsyncResource<N>(N at, String type, Optional<String> hiddenAs, boolean inheritsClose) {
}
