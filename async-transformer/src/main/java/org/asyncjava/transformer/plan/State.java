package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.asyncjava.transformer.analysis.AwaitCall;
import org.asyncjava.transformer.analysis.SuspensionPoint;

/**
 * What happens at one suspension point.
 *
 * @param number the state that the machine has while suspended here, from 1
 * @param point the await
 * @param stack operand stack values, bottom first
 * @param locals live local variables by slot
 * @param saves the calls that store them, in order
 * @param tail where the code that suspends is placed
 */
public record State(int number, SuspensionPoint point, List<Spill> stack, List<Spill> locals, List<SaveCall> saves, TailPlacement tail) {

    /** Where the code that suspends is placed. */
    public enum TailPlacement {
        /** Right after the await, under the await's own line: a debugger that steps never sees another line. */
        INLINE,
        /**
         * Before the first line of the method, for awaits that a compiler has written several times: coverage tools compare javac's copies
         * of a {@code finally} block instruction by instruction.
         */
        FRONT
    }

    /**
     * One call of a generated method that stores values in the machine. There is one for a state, or several where a single one would
     * need more than the 255 argument slots that the JVM has (JVMS 4.3.3).
     *
     * @param name of the generated method
     * @param stack values it takes from the operand stack, bottom first
     * @param locals local variables it takes
     * @param suspends whether it also takes the operand and suspends: true for the last
     */
    public record SaveCall(String name, List<Spill> stack, List<Spill> locals, boolean suspends) {
        /**
         * All values in the order of the arguments, without the operand and the machine.
         *
         * @return stack values, then locals
         */
        public List<Spill> spills() {
            return both(stack, locals);
        }
    }

    /**
     * All values that are kept.
     *
     * @return stack values, then locals
     */
    public List<Spill> spills() {
        return both(stack, locals);
    }

    private static List<Spill> both(List<Spill> stack, List<Spill> locals) {
        List<Spill> both = new ArrayList<>(stack);
        both.addAll(locals);
        return both;
    }

    private String what() {
        AwaitCall.Operand operand = point.await().operand();
        if (operand == AwaitCall.Operand.ELEMENT) {
            return point.guarded() ? "emit guarded" : "emit";
        }
        return "await " + operand.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parts.add("state " + number);
        parts.add("line " + (point.line() == 0 ? "?" : point.line()));
        parts.add(what());
        stack.forEach(spill -> parts.add("stack[" + spill.position() + "] " + spill));
        locals.forEach(spill -> parts.add("slot " + spill.position() + " " + spill));
        if (tail == TailPlacement.FRONT) {
            parts.add("tail in front");
        }
        if (saves.size() > 1) {
            parts.add(saves.size() + " save calls");
        }
        return String.join("  ", parts);
    }
}
