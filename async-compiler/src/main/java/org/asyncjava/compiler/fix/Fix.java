package org.asyncjava.compiler.fix;

import java.util.List;

/**
 * A way to mend what breaks a rule.
 *
 * @param title what it does, for a menu
 * @param kind whether it is the one to choose
 * @param changes of the text, in ascending order; they do not overlap
 */
public record Fix(String title, Kind kind, List<TextChange> changes) {
    /** Makes a fix; the list is copied. */
    public Fix {
        changes = List.copyOf(changes);
    }

    /** Whether a fix is the one to choose. */
    public enum Kind {
        /** The one to choose; it changes nothing but what the rule complains of, so that nobody need look at it. */
        SAFE,
        /** The one to choose, if one has looked at it: others may have to follow, such as callers. */
        PREFERRED,
        /** Another possibility. */
        OTHER
    }

    /**
     * The text that it makes.
     *
     * @param text what was looked at
     * @return the same after the changes
     */
    public String applied(String text) {
        return TextChange.applied(changes, text);
    }
}
