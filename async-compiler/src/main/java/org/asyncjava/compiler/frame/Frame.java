package org.asyncjava.compiler.frame;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.rules.Enclosure;

/** Code with a frame of its own, while what is written in it is visited. For one thread. */
public final class Frame {
    private final Enclosure enclosure;
    private final Frame outer;
    private int monitors;

    /**
     * Enters code.
     *
     * @param enclosure what it is
     * @param outer what it stands in; null if nothing, or if what is around does not matter, as for members of classes
     */
    public Frame(Enclosure enclosure, Frame outer) {
        this.enclosure = enclosure;
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
     * What awaits in it stand in.
     *
     * @return the enclosures, innermost first
     */
    public List<Enclosure> chain() {
        List<Enclosure> chain = new ArrayList<>();
        for (Frame frame = this; frame != null; frame = frame.outer) {
            chain.add(frame.enclosure);
        }
        return chain;
    }

    /** Enters a {@code synchronized} block or method. */
    public void enterMonitor() {
        monitors++;
    }

    /** Leaves a {@code synchronized} block. */
    public void exitMonitor() {
        monitors--;
    }

    /**
     * Tells whether an await here holds a monitor.
     *
     * @return true if so
     */
    public boolean holdsMonitor() {
        return monitors > 0;
    }
}
