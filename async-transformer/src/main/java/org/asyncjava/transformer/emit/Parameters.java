package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.plan.Spill;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.VarInsnNode;

/** Slots of the parameters of a constructor or a save method, handed out in order. */
final class Parameters {
    private final List<Argument> stored = new ArrayList<>();
    private int next;

    /** A parameter that is to be stored in a field. */
    record Argument(Spill spill, int slot) {
        VarInsnNode load() {
            return new VarInsnNode(Type.getType(MachineMethods.parameter(spill)).getOpcode(Opcodes.ILOAD), slot);
        }
    }

    Parameters(int first) {
        next = first;
    }

    int next(int size) {
        int slot = next;
        next += size;
        return slot;
    }

    void addAll(List<Spill> spills) {
        for (Spill spill : spills) {
            int slot = next(spill.type().size());
            if (spill.field().isPresent()) {
                stored.add(new Argument(spill, slot));
            }
        }
    }

    /** Those that have a field. */
    List<Argument> stored() {
        return stored;
    }
}
