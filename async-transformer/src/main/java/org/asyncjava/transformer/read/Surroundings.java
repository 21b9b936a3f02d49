package org.asyncjava.transformer.read;

import java.util.Optional;

/**
 * What a class file says about the classes around its class.
 *
 * @param enclosingClass internal name of the class that a local or anonymous class is written in
 * @param enclosingMethod name and descriptor, in one, of the method that it is written in; empty in an initialiser
 * @param innerClass what it says about itself, if it is not top-level
 */
public record Surroundings(Optional<String> enclosingClass, Optional<String> enclosingMethod, Optional<InnerClass> innerClass) {
}
