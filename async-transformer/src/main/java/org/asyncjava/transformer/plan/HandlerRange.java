package org.asyncjava.transformer.plan;

import java.util.List;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * A try range of the user's. The code that suspends is taken out of it: what fails there is not the user's to catch.
 *
 * @param block the range of the normal form and its handler
 * @param without the states in it that are suspended by code right behind their awaits, in code order
 */
public record HandlerRange(TryCatchBlockNode block, List<State> without) {
}
