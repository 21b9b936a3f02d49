package org.asyncjava.compiler.symbols;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The classes whose sources are compiled, with those that are nested in them.
 *
 * <p>A compiler need not be asked for them by name. After the rounds of annotation processing Eclipse's compiler has forgotten its sources, and in an
 * incremental build it takes such a question for a reason to begin anew.
 */
public final class CompiledTypes {
    private final Map<String, TypeElement> outermost = new HashMap<>();

    /**
     * Notes a class.
     *
     * @param type one that is in no other
     */
    public void add(TypeElement type) {
        outermost.put(type.getQualifiedName().toString(), type);
    }

    /** Tells whether a name is that of a class here, or would be if it existed. */
    boolean covers(String name) {
        return end(name) > 0;
    }

    /**
     * Finds a class.
     *
     * @param name its name, with dots or dollar signs before the names of nested ones
     * @return the class; null if it is not here
     */
    public TypeElement find(String name) {
        int end = end(name);
        return end < 0 ? null : nested(outermost.get(name.substring(0, end)), name.substring(end));
    }

    /** Where the name of an outermost class ends. */
    private int end(String name) {
        if (outermost.containsKey(name)) {
            return name.length();
        }
        for (int i = name.length() - 1; i > 0; i--) {
            if (isSeparator(name.charAt(i)) && outermost.containsKey(name.substring(0, i))) {
                return i;
            }
        }
        return -1;
    }

    private static TypeElement nested(TypeElement type, String rest) {
        if (rest.isEmpty()) {
            return type;
        }
        for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
            String simple = member.getSimpleName().toString();
            int end = 1 + simple.length();
            if (rest.startsWith(simple, 1) && (rest.length() == end || isSeparator(rest.charAt(end)))) {
                TypeElement found = nested(member, rest.substring(end));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '$';
    }
}
