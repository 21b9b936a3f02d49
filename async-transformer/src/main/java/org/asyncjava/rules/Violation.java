package org.asyncjava.rules;


/**
 * One broken rule at one place.
 *
 * @param rule the rule
 * @param className name of the class with dots, as {@link Class#getName} gives it
 * @param method name of the method as it is in the source; empty if the place is in none
 * @param position where it is
 * @param message one sentence: what is wrong, in which method, and the mend
 */
public record Violation(AwaitRule rule, String className, String method, Position position, String message)
        implements Comparable<Violation> {
    /** Makes a violation, whose message becomes {@link Printable}. */
    public Violation {
        message = Printable.of(message);
    }

    /**
     * The line that front ends print.
     *
     * @return {@code File.java:[line] AJ001 message}
     */
    public String text() {
        return Printable.of(position.text()) + " " + rule.code() + " " + message;
    }

    /** By file, line, column, code. */
    @Override
    public int compareTo(Violation other) {
        int byPosition = position.compareTo(other.position);
        int byRule = byPosition == 0 ? rule.compareTo(other.rule) : byPosition;
        int byClass = byRule == 0 ? className.compareTo(other.className) : byRule;
        return byClass == 0 ? message.compareTo(other.message) : byClass;
    }
}
