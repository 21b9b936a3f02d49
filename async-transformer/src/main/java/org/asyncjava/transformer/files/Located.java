package org.asyncjava.transformer.files;

import org.asyncjava.rules.Printable;
import org.asyncjava.rules.Violation;

/**
 * A broken rule and the class file that it was found in. Several directories and jars may have a class of one name.
 *
 * @param violation the broken rule
 * @param location the class file
 */
public record Located(Violation violation, ClassFileLocation location) implements Comparable<Located> {
    /**
     * The line that front ends print.
     *
     * @return for instance {@code Shop.java:[7] AJ001 await in ... (classes/demo/Shop.class)}
     */
    public String text() {
        return violation.text() + " " + in(location);
    }

    /** How a line ends that is about a class file. */
    static String in(ClassFileLocation location) {
        return Printable.of("(" + location + ")");
    }

    @Override
    public int compareTo(Located other) {
        int byViolation = violation.compareTo(other.violation);
        return byViolation == 0 ? location.compareTo(other.location) : byViolation;
    }
}
