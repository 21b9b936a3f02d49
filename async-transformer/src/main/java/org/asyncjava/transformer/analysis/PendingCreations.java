package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The {@code new} instructions whose object is still without its constructor at an await, as in {@code new Foo(await(x))}.
 *
 * <p>Such an object can be neither stored in a field nor passed to a method (JVMS 4.10.1.9), so it cannot outlive a suspension.
 *
 * @param creations the {@code new} instructions
 * @param initialisations the constructor calls of their objects
 */
public record PendingCreations(Set<AbstractInsnNode> creations, List<Initialisation> initialisations) {
    private static final long MOST_FOLLOWED = 2_000_000;

    /**
     * The call of the constructor on an object that was uninitialised at an await.
     *
     * @param call the {@code invokespecial}
     * @param creation the {@code new} instruction
     * @param locals types before the call
     * @param stack types before the call
     */
    public record Initialisation(MethodInsnNode call, AbstractInsnNode creation, List<SlotType> locals, List<SlotType> stack) {
    }

    /**
     * Finds them.
     *
     * @param owner internal name of the class that declares the method
     * @param method not changed
     * @return the creations that have to be moved
     */
    public static PendingCreations of(String owner, MethodNode method) {
        if (noneAroundAwait(method)) {
            return new PendingCreations(Set.of(), List.of());
        }
        Search search = new Search(owner, method);
        FrameTypes.walk(owner, method, search);
        return search.result();
    }

    /** Notes what it comes by. */
    private static final class Search implements FrameTypes.Observer {
        private final String owner;
        private final MethodNode method;
        private final Set<AbstractInsnNode> pending = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<Initialisation> all = new ArrayList<>();
        private long followed;

        Search(String owner, MethodNode method) {
            this.owner = owner;
            this.method = method;
        }

        @Override
        public void before(AbstractInsnNode insn, FrameTypes types) {
            if (AwaitCall.isAwait(insn)) {
                addCreations(types.locals(), pending);
                addCreations(types.stack(), pending);
            } else if (isConstructorCall(insn)) {
                all.add(initialisation(owner, (MethodInsnNode) insn, types));
                followed += types.stack().size();
                requireShallow(owner, method, followed);
            }
        }

        PendingCreations result() {
            List<Initialisation> initialisations = new ArrayList<>();
            for (Initialisation site : all) {
                if (pending.contains(site.creation())) {
                    initialisations.add(site);
                }
            }
            return new PendingCreations(pending, List.copyOf(initialisations));
        }
    }

    /** What is below each constructor call is remembered, which is the square of how deep they are nested. */
    private static void requireShallow(String owner, MethodNode method, long followed) {
        if (followed > MOST_FOLLOWED) {
            throw new TransformationException(owner.replace('/', '.') + "." + method.name + " nests too many constructor calls around its awaits:"
                    + " divide it into several methods");
        }
    }

    /**
     * Tells without following any types that there is nothing to be found, as is nearly always so: no frame has an object without its constructor
     * call, and from each frame on there are at each await as many of these calls as objects made.
     */
    private static boolean noneAroundAwait(MethodNode method) {
        int open = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode frame) {
                if (FrameTypes.holdsCreation(frame)) {
                    return false;
                }
                open = 0;
            } else if (insn.getOpcode() == Opcodes.NEW) {
                open++;
            } else if (isConstructorCall(insn)) {
                open--;
            } else if (open != 0 && AwaitCall.isAwait(insn)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConstructorCall(AbstractInsnNode insn) {
        return insn.getOpcode() == Opcodes.INVOKESPECIAL && ((MethodInsnNode) insn).name.equals("<init>");
    }

    private static void addCreations(List<SlotType> types, Set<AbstractInsnNode> pending) {
        for (SlotType type : types) {
            if (type.creation() != null) {
                pending.add(type.creation());
            }
        }
    }

    private static Initialisation initialisation(String owner, MethodInsnNode call, FrameTypes types) {
        List<SlotType> stack = types.stack();
        int receiver = stack.size() - (Type.getArgumentsAndReturnSizes(call.desc) >> 2);
        if (receiver < 0) {
            throw new TransformationException(owner.replace('/', '.') + " is damaged, compile it again: it calls a constructor of "
                    + call.owner.replace('/', '.') + " without an object");
        }
        return new Initialisation(call, stack.get(receiver).creation(), types.locals(), stack);
    }
}
