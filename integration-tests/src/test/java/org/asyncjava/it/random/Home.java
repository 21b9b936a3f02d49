package org.asyncjava.it.random;

/** Where an async method of a generated program is declared: in the program's class, or in a type of its own inside that. */
enum Home {
    /** In the class, static. */
    STATIC,
    /** In the class. */
    INSTANCE,
    /** In a class whose objects belong to one of the program's class. */
    INNER,
    /** In a class whose subclass is called; its method awaits this one through {@code super}. */
    SUPERCLASS,
    /** In an interface that an anonymous class implements. */
    INTERFACE,
    /** In a record that is made with an argument which may await. */
    RECORD,
    /** In the body of an enum's constant. */
    ENUM;

    /** Tells whether the method has the program's object as a parameter. */
    boolean takesSelf() {
        return this == STATIC || this == SUPERCLASS || this == INTERFACE || this == ENUM;
    }

    /** What the program's object is called inside the method; empty if it is a parameter. */
    String self(String owner) {
        return switch (this) {
            case INSTANCE -> "this";
            case INNER -> owner + ".this";
            case RECORD -> "this.owner";
            default -> "";
        };
    }

    /** What a call of the method begins with. {@code argument} is an expression of type Object, for those that need one. */
    String receiver(String self, String method, String argument) {
        return switch (this) {
            case STATIC -> "";
            case INSTANCE -> self + ".";
            case INNER -> self + ".new In" + method + "().";
            case SUPERCLASS -> "new Sub" + method + "().";
            case INTERFACE -> "new Do" + method + "() { }.";
            case RECORD -> "new Re" + method + "(" + self + ", " + argument + ").";
            case ENUM -> "En" + method + ".ONE.";
        };
    }

    /** What stands before the method. */
    String opening(String owner, String method) {
        return switch (this) {
            case STATIC, INSTANCE -> "";
            case INNER -> "class In" + method + " {\n";
            case SUPERCLASS -> "static class Base" + method + " {\n";
            case INTERFACE -> "interface Do" + method + " {\n";
            case RECORD -> "record Re" + method + "(" + owner + " owner, Object more) {\n";
            case ENUM -> "enum En" + method + " {\n    ONE {\n";
        };
    }
}
