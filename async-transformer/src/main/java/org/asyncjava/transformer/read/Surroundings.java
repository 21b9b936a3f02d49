package org.asyncjava.transformer.read;

import java.util.Optional;

/**
 * What a class file says about the classes around its class.
 *
 * @param enclosingClass internal name of the class that a local or anonymous class is written in
 * @param enclosingMethod name and descriptor, in one, of the method that it is written in; empty in an initialiser
 * @param innerAccess flags of a class that is not top-level as they are in its source, such as static
 */
public record Surroundings(Optional<String> enclosingClass, Optional<String> enclosingMethod, Optional<Integer> innerAccess) {
}
