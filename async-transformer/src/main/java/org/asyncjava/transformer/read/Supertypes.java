package org.asyncjava.transformer.read;

import java.util.List;

/**
 * What a class extends and implements.
 *
 * @param superName internal name; null of {@code java.lang.Object} and of modules alone
 * @param interfaces internal names, in the order of the source
 * @param sealed whether the class lists who may extend it
 */
public record Supertypes(String superName, List<String> interfaces, boolean sealed) {
    /** Makes supertypes; the list is copied. */
    public Supertypes {
        interfaces = List.copyOf(interfaces);
    }
}
