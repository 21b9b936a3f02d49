package org.asyncjava.transformer.read;

import java.util.List;
import java.util.Map;

/**
 * What a class declares in its body, as far as others ask.
 *
 * @param methods all methods, in the order of the class file
 * @param fields descriptors of the fields, by their names
 */
public record Members(List<MethodOutline> methods, Map<String, String> fields) {
    /** Makes members; the collections are copied. */
    public Members {
        methods = List.copyOf(methods);
        fields = Map.copyOf(fields);
    }
}
