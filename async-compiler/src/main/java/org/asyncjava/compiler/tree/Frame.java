package org.asyncjava.compiler.tree;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.rules.Enclosure;

/** Code with a frame of its own, while the trees in it are visited. */
final class Frame {
    private final Enclosure enclosure;
    private final Frame outer;
    private int monitors;

    /**
     * Enters code.
     *
     * @param enclosure what it is
     * @param outer what it stands in; null if nothing, or if what is around does not matter, as for members of classes
     */
    Frame(Enclosure enclosure, Frame outer) {
        this.enclosure = enclosure;
        this.outer = outer;
    }

    Enclosure enclosure() {
        return enclosure;
    }

    List<Enclosure> chain() {
        List<Enclosure> chain = new ArrayList<>();
        for (Frame frame = this; frame != null; frame = frame.outer) {
            chain.add(frame.enclosure);
        }
        return chain;
    }

    void enterMonitor() {
        monitors++;
    }

    void exitMonitor() {
        monitors--;
    }

    boolean holdsMonitor() {
        return monitors > 0;
    }
}
