package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.asyncjava.transformer.plan.State.SaveCall;

/** Divides the values of a state among calls that the JVM's limit of 255 argument slots allows. */
final class SaveCalls {
    /** Slots that are left for values beside the operand, the machine and {@code this}. */
    private static final int MAX_SLOTS = 250;

    private SaveCalls() {
    }

    /**
     * The calls that store a state.
     *
     * @param number of the state
     * @param stack operand stack values, bottom first
     * @param locals live local variables
     * @return one call, or several of which the last suspends and stores nothing
     */
    static List<SaveCall> of(int number, List<Spill> stack, List<Spill> locals) {
        if (size(stack) + size(locals) <= MAX_SLOTS) {
            return List.of(new SaveCall("save" + number, stack, locals, true));
        }
        List<SaveCall> calls = new ArrayList<>();
        for (List<Spill> batch : batches(locals)) {
            calls.add(new SaveCall("save" + number + "_" + calls.size(), List.of(), batch, false));
        }
        List<List<Spill>> stackBatches = batches(stack);
        Collections.reverse(stackBatches);
        for (List<Spill> batch : stackBatches) {
            calls.add(new SaveCall("save" + number + "_" + calls.size(), batch, List.of(), false));
        }
        calls.add(new SaveCall("save" + number, List.of(), List.of(), true));
        return List.copyOf(calls);
    }

    private static List<List<Spill>> batches(List<Spill> spills) {
        List<List<Spill>> batches = new ArrayList<>();
        int room = 0;
        for (Spill spill : spills) {
            if (room < spill.type().size()) {
                batches.add(new ArrayList<>());
                room = MAX_SLOTS;
            }
            batches.get(batches.size() - 1).add(spill);
            room -= spill.type().size();
        }
        return batches;
    }

    private static int size(List<Spill> spills) {
        int size = 0;
        for (Spill spill : spills) {
            size += spill.type().size();
        }
        return size;
    }
}
