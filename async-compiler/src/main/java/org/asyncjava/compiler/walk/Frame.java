package org.asyncjava.compiler.walk;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.rules.Enclosure;

/** Code with a frame of its own, while what is written in it is told of. For one thread. */
public final class Frame {
    private final Enclosure enclosure;
    private final boolean isUnsure;
    private final boolean isUnsureAround;
    private final Frame outer;
    private int monitors;

    /**
     * Enters code.
     *
     * @param enclosure what it is
     * @param isUnsure whether it is a lambda of which is not known what it implements, so that nothing is said that depends on it
     * @param outer what it stands in; null if nothing, or if what is around does not matter, as for members of classes
     */
    Frame(Enclosure enclosure, boolean isUnsure, Frame outer) {
        this.enclosure = enclosure;
        this.isUnsure = isUnsure;
        this.isUnsureAround = outer != null && (outer.isUnsure || outer.isUnsureAround);
        this.outer = outer;
    }

    /**
     * What it is.
     *
     * @return the enclosure of awaits in it
     */
    public Enclosure enclosure() {
        return enclosure;
    }

    /**
     * Tells whether it is not known what it is.
     *
     * @return true of such a lambda
     */
    public boolean isUnsure() {
        return isUnsure;
    }

    /** Whether that is so of some code around it. */
    boolean isUnsureAround() {
        return isUnsureAround;
    }

    /** What awaits in it stand in, innermost first. */
    List<Enclosure> chain() {
        List<Enclosure> chain = new ArrayList<>();
        for (Frame frame = this; frame != null; frame = frame.outer) {
            chain.add(frame.enclosure);
        }
        return chain;
    }

    /** Enters a {@code synchronized} block or method. */
    void enterMonitor() {
        monitors++;
    }

    /** Leaves a {@code synchronized} block. */
    void exitMonitor() {
        monitors--;
    }

    /** Whether an await here holds a monitor. */
    boolean holdsMonitor() {
        return monitors > 0;
    }
}
