package org.asyncjava.rules;

/** How serious it is that a rule is broken. */
public enum Level {
    /** Not reported. */
    OFF,
    /** Reported; the class is transformed. */
    WARNING,
    /** Reported; the class is left as it is and the build fails. */
    ERROR
}
