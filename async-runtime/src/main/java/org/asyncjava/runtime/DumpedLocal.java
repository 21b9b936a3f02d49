package org.asyncjava.runtime;

/**
 * A local variable of a suspended call, in a dump.
 *
 * @param name as it is written in the source
 * @param value a text of its value, which no code of the program has made
 */
record DumpedLocal(String name, String value) {
    private static final int MAX_TEXT = 100;

    static DumpedLocal of(String name, Object value) {
        return new DumpedLocal(name, textOf(value));
    }

    /** Of what says what it is without being asked the value, of anything else the type and an identity. */
    private static String textOf(Object value) {
        if (value == null || value instanceof Number && value.getClass().getName().startsWith("java.lang.") || value instanceof Boolean || value instanceof Character) {
            return String.valueOf(value);
        }
        if (value instanceof String text) {
            return '"' + (text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT - 1) + "…" : text) + '"';
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value instanceof Task<?> task ? task.name() : typeOf(value.getClass()) + "@" + Integer.toHexString(System.identityHashCode(value));
    }

    private static String typeOf(Class<?> type) {
        return type.getTypeName();
    }
}
