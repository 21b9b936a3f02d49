package org.asyncjava.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Annotations whose effect lasts as long as a call, which for an async method ends where it suspends.
 *
 * @param names names of the annotations, with dots
 */
public record CallAnnotations(Set<String> names) {
    private static final String TRANSACTION = ".transaction.";
    private static final String CONTEXT = ".enterprise.context.";
    private static final String SPRING = "org.springframework.";

    private static final Set<String> KNOWN = Set.of(
            "jakarta" + TRANSACTION + "Transactional", "javax" + TRANSACTION + "Transactional",
            "jakarta.ejb.TransactionAttribute", "javax.ejb.TransactionAttribute",
            "jakarta" + CONTEXT + "RequestScoped", "javax" + CONTEXT + "RequestScoped",
            "jakarta" + CONTEXT + "control.ActivateRequestContext", "javax" + CONTEXT + "control.ActivateRequestContext",
            SPRING + "transaction.annotation.Transactional", SPRING + "web.context.annotation.RequestScope",
            SPRING + "cache.annotation.Cacheable", SPRING + "cache.annotation.CachePut", SPRING + "cache.annotation.CacheEvict",
            SPRING + "cache.annotation.Caching", SPRING + "retry.annotation.Retryable");

    /** Makes a choice; the set is copied. */
    public CallAnnotations {
        names = Set.copyOf(names);
    }

    /**
     * Those of well-known frameworks.
     *
     * @return transactions, caches, request scopes and retries
     */
    public static CallAnnotations known() {
        return new CallAnnotations(KNOWN);
    }

    /**
     * The same with a choice as users write it.
     *
     * @param list names with packages, separated by commas or spaces; one with a minus in front is taken away
     * @return a new choice
     * @throws IllegalArgumentException if something in it is no name; the message ends a sentence that begins with what was given
     */
    public CallAnnotations with(String list) {
        Set<String> changed = new TreeSet<>(names);
        for (String name : List.of(list.trim().split("\\s*,\\s*|\\s+"))) {
            if (!isName(name.startsWith("-") ? name.substring(1) : name)) {
                throw new IllegalArgumentException("is no list of annotations: give their full names, as in com.acme.Transactional, separated by commas");
            }
            if (name.startsWith("-")) {
                changed.remove(name.substring(1));
            } else {
                changed.add(name);
            }
        }
        return new CallAnnotations(changed);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(character -> character == '.' || Character.isJavaIdentifierPart(character));
    }
}
