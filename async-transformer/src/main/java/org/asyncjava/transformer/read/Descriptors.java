package org.asyncjava.transformer.read;

/** What is a descriptor, and what a name (JVMS 4.2, 4.3). */
final class Descriptors {
    private static final int NONE = -1;

    private Descriptors() {
    }

    /**
     * Tells whether a text is a descriptor.
     *
     * @param text of a field or of a method
     * @return false if no JVM takes it for one
     */
    static boolean isSound(String text) {
        if (!isOfMethod(text)) {
            return afterType(text, 0) == text.length();
        }
        int at = 1;
        while (at != NONE && at < text.length() && text.charAt(at) != ')') {
            at = afterType(text, at);
        }
        return at != NONE && at < text.length() && (text.startsWith("V", at + 1) ? at + 2 : afterType(text, at + 1)) == text.length();
    }

    /**
     * Tells whether a text is the descriptor of a class or interface.
     *
     * @param text of an annotation
     * @return false if no JVM takes it for one
     */
    static boolean isClass(String text) {
        return text.startsWith("L") && isSound(text);
    }

    /**
     * Tells whether a descriptor is a method's.
     *
     * @param descriptor of a field or of a method
     * @return false if it is a field's
     */
    static boolean isOfMethod(String descriptor) {
        return descriptor.startsWith("(");
    }

    /**
     * Tells whether a text names a class or an array.
     *
     * @param text an internal name, or the descriptor of an array
     * @return false if no JVM takes it for one
     */
    static boolean isClassName(String text) {
        return text.startsWith("[") ? isSound(text) : text.indexOf(';') < 0 && isName(text, 0, text.length());
    }

    /**
     * Tells whether a text names a method or a field.
     *
     * @param text a name
     * @return false if no JVM takes it for one
     */
    static boolean isMemberName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (".;[/".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Where the type that begins at a place ends. */
    private static int afterType(String text, int begin) {
        int at = begin;
        while (text.startsWith("[", at)) {
            at++;
        }
        if (text.startsWith("L", at)) {
            return afterName(text, at + 1);
        }
        return at < text.length() && "BCDFIJSZ".indexOf(text.charAt(at)) >= 0 ? at + 1 : NONE;
    }

    /** Where the name of a class and its semicolon end; no part of it is empty. */
    private static int afterName(String text, int begin) {
        int end = text.indexOf(';', begin);
        return end >= 0 && isName(text, begin, end) ? end + 1 : NONE;
    }

    /** Whether it consists of identifiers with slashes between them. */
    private static boolean isName(String text, int begin, int end) {
        char before = '/';
        for (int i = begin; i < end; i++) {
            char character = text.charAt(i);
            if (character == '.' || character == '[' || character == '/' && before == '/') {
                return false;
            }
            before = character;
        }
        return before != '/';
    }
}
