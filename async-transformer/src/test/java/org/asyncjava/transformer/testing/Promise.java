package org.asyncjava.transformer.testing;

import java.util.Set;

/**
 * That a rule is reported.
 *
 * @param code the rule
 * @param line where, counted from 1
 * @param method the name before the line's first parenthesis: for rules about declarations, the method
 * @param seen by whom
 */
record Promise(String code, int line, String method, Seen seen) {
    /** Rules about a declaration, of which class files know the name and no line. */
    private static final Set<String> DECLARATIONS = Set.of("AJ005", "AJ007", "AJ101", "AJ107", "AJ108");

    /** Who can see what is wrong. */
    enum Seen {
        /** Everybody. */
        EVERYWHERE,
        /** Who reads sources: the compiler drops the code. */
        DEAD,
        /** Who knows all types: not the source check, which keeps silent. */
        TYPED,
        /** The compiler alone. */
        JAVAC,
        /** Who reads class files: they do not tell of {@code @SuppressWarnings}. */
        SUPPRESSED;

        static Seen of(String word) {
            return word == null ? EVERYWHERE : valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    static boolean isDeclaration(String code) {
        return DECLARATIONS.contains(code);
    }

    String inBytecode() {
        return isDeclaration(code) ? ofMethod(code, method) : atLine(code, line);
    }

    String inSource() {
        return atLine(code, line);
    }

    static String ofMethod(String code, String method) {
        return code + " of " + method;
    }

    static String atLine(String code, int line) {
        return "%s at line %03d".formatted(code, line);
    }
}
