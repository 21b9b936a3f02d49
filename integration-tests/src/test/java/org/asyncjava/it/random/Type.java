package org.asyncjava.it.random;

import java.util.List;

/** A type of a local variable, a parameter or a field. */
enum Type {
    INT("int", "Integer", "0", "1", "(-7)", "300", "Integer.MAX_VALUE"),
    LONG("long", "Long", "0L", "5L", "(-1L)", "(1L << 40)", "Long.MIN_VALUE"),
    DOUBLE("double", "Double", "0.0", "1.5", "(-2.25)", "1e300"),
    FLOAT("float", "Float", "0f", "0.5f", "(-3f)"),
    BOOLEAN("boolean", "Boolean", "true", "false"),
    BYTE("byte", "Byte", "((byte) 1)", "((byte) -128)"),
    CHAR("char", "Character", "'a'", "'\\uffff'"),
    SHORT("short", "Short", "((short) 3)", "((short) -30000)"),
    STRING("String", "String", "\"\"", "\"s\"", "\"text\"", "((String) null)", "\"last\""),
    OBJECT("Object", "Object", "((Object) \"o\")", "((Object) 17)", "((Object) null)"),
    INT_ARRAY("int[]", "int[]", "new int[] {1, 2}", "new int[3]"),
    LONG_ARRAY("long[]", "long[]", "new long[] {1L, -2L}", "new long[2]"),
    STRING_ARRAY("String[]", "String[]", "new String[] {\"p\", \"q\"}", "new String[] {null, \"\"}");

    /** Types that arithmetic takes and gives. */
    static final List<Type> NUMBERS = List.of(INT, LONG, DOUBLE, FLOAT);
    /** Types that need a cast after arithmetic. */
    static final List<Type> NARROW = List.of(BYTE, CHAR, SHORT);
    /** All types. */
    static final List<Type> ALL = List.of(values());

    final String text;
    final String boxed;
    final List<String> literals;

    Type(String text, String boxed, String... literals) {
        this.text = text;
        this.boxed = boxed;
        this.literals = List.of(literals);
    }

    boolean isNumber() {
        return NUMBERS.contains(this);
    }

    boolean isNarrow() {
        return NARROW.contains(this);
    }

    boolean isIntegral() {
        return this == INT || this == LONG;
    }

    boolean isReference() {
        return ordinal() >= STRING.ordinal();
    }

    /** The type of an array's elements, or null. */
    Type element() {
        return switch (this) {
            case INT_ARRAY -> INT;
            case LONG_ARRAY -> LONG;
            case STRING_ARRAY -> STRING;
            default -> null;
        };
    }

    /** The array type with these elements, or null. */
    Type array() {
        return switch (this) {
            case INT -> INT_ARRAY;
            case LONG -> LONG_ARRAY;
            case STRING -> STRING_ARRAY;
            default -> null;
        };
    }
}
