package org.asyncjava.transformer.flow;

import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;

/** The line of code that the transformation has added: an entry in the line number table that no compiler has written. */
public final class AddedLine extends LineNumberNode {
    /**
     * Creates one.
     *
     * @param line the line of the source that the code belongs to
     * @param start where the code begins
     */
    public AddedLine(int line, LabelNode start) {
        super(line, start);
    }
}
