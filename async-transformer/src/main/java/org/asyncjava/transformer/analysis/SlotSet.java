package org.asyncjava.transformer.analysis;

import java.util.BitSet;

/** Sets of local variable slots that are not changed. */
final class SlotSet {
    private SlotSet() {
    }

    /** A set with one slot more; the same one if it has it. */
    static BitSet with(BitSet slots, int slot) {
        return slots.get(slot) ? slots : flipped(slots, slot);
    }

    /** A set with one slot less; the same one if it does not have it. */
    static BitSet without(BitSet slots, int slot) {
        return slots.get(slot) ? flipped(slots, slot) : slots;
    }

    private static BitSet flipped(BitSet slots, int slot) {
        BitSet flipped = (BitSet) slots.clone();
        flipped.flip(slot);
        return flipped;
    }
}
