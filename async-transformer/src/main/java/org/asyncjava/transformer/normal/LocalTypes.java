package org.asyncjava.transformer.normal;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;

/** The local variables of a stack map frame by their slots. */
final class LocalTypes {
    private final List<Object> bySlot = new ArrayList<>();

    private LocalTypes() {
    }

    static LocalTypes none() {
        return new LocalTypes();
    }

    static LocalTypes of(FrameNode frame) {
        LocalTypes types = new LocalTypes();
        for (Object type : frame.local) {
            types.bySlot.add(type);
            if (isWide(type)) {
                types.bySlot.add(Opcodes.TOP);
            }
        }
        return types;
    }

    Object get(int slot) {
        return slot >= 0 && slot < bySlot.size() ? bySlot.get(slot) : Opcodes.TOP;
    }

    void set(int slot, Object type) {
        while (bySlot.size() <= slot) {
            bySlot.add(Opcodes.TOP);
        }
        bySlot.set(slot, type);
    }

    /** Takes over what is not known here. */
    void fill(LocalTypes others) {
        for (int slot = 0; slot < others.bySlot.size(); slot++) {
            Object type = others.bySlot.get(slot);
            if (type != Opcodes.TOP && get(slot) == Opcodes.TOP && !isWide(get(slot - 1))) {
                set(slot, type);
            }
        }
    }

    FrameNode frame(List<Object> stack) {
        List<Object> locals = locals();
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }

    /** As frames list them, where a wide one stands once. */
    List<Object> locals() {
        List<Object> locals = new ArrayList<>();
        for (int slot = 0; slot < bySlot.size(); slot++) {
            Object type = bySlot.get(slot);
            locals.add(type);
            if (isWide(type)) {
                slot++;
            }
        }
        return locals;
    }

    private static boolean isWide(Object type) {
        return type == Opcodes.LONG || type == Opcodes.DOUBLE;
    }
}
