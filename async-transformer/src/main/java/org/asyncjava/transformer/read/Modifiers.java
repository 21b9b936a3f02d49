package org.asyncjava.transformer.read;

import java.util.List;

/**
 * What stands before a class in its source (JLS 8.1.1), as far as others ask.
 *
 * @param access flags as in the class file
 * @param annotations descriptors of the annotations that an annotation carries; none of other classes
 */
public record Modifiers(int access, List<String> annotations) {
    /** Makes modifiers; the list is copied. */
    public Modifiers {
        annotations = List.copyOf(annotations);
    }
}
