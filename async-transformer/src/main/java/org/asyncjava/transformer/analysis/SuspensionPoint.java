package org.asyncjava.transformer.analysis;

import java.util.BitSet;
import java.util.List;

/**
 * One await of a method in normal form, and what holds there.
 *
 * @param await the call
 * @param line source line, 0 if the class file has none
 * @param locals types of the local variables by slot
 * @param stack types of the operand stack below the operand, by slot, bottom first
 * @param live slots that are read after the await, also by a handler of an exception that it throws
 * @param guarded whether a handler stands around it that sees the signal which closes a generator
 * @param lineRepeated whether several entries of the line in the line number table await: javac's copies of a {@code finally} block
 */
public record SuspensionPoint(AwaitCall await, int line, List<SlotType> locals, List<SlotType> stack, BitSet live, boolean guarded, boolean lineRepeated) {
}
