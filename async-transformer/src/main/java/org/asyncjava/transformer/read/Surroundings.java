package org.asyncjava.transformer.read;

import java.util.List;
import java.util.Optional;

/**
 * What a class file says about the classes around its class.
 *
 * @param nestHost internal name of the nest host; empty if the class is its own
 * @param nestMembers internal names of the nest's members, if the class is a host with members
 * @param enclosingClass internal name of the class that a local or anonymous class is written in
 * @param enclosingMethod name and descriptor, in one, of the method that it is written in; empty in an initialiser
 * @param innerAccess flags of a class that is not top-level as they are in its source, such as static
 */
public record Surroundings(Optional<String> nestHost, List<String> nestMembers, Optional<String> enclosingClass,
        Optional<String> enclosingMethod, Optional<Integer> innerAccess) {
    /** Makes surroundings; the list is copied. */
    public Surroundings {
        nestMembers = List.copyOf(nestMembers);
    }
}
