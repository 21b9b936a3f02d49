package org.asyncjava.transformer.normal;

import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.analysis.PendingCreations;
import org.asyncjava.transformer.analysis.PendingCreations.Initialisation;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Moves the creation of an object whose constructor's arguments await to the call of the constructor.
 *
 * <p>{@code new Foo(await(x))} compiles to {@code new Foo; dup; ...await...; invokespecial <init>}. Here {@code null} takes the object's
 * place until the arguments are there:
 * <pre>
 *   new Foo; pop; aconst_null; dup; ...await...; store arguments; pop; new Foo; dup; load arguments; invokespecial
 * </pre>
 * The first {@code new} stays, because it initialises class {@code Foo} (or throws) before the arguments are evaluated (JVMS 6.5 new).
 */
final class DeferredCreation {
    private final MethodNode method;
    private final InsnList code;

    private DeferredCreation(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
    }

    /**
     * Moves every creation that an await separates from its constructor call.
     *
     * @param owner internal name of the class that declares the method
     * @param method changed in place
     */
    static void apply(String owner, MethodNode method) {
        PendingCreations pending = PendingCreations.of(owner, method);
        if (pending.creations().isEmpty()) {
            return;
        }
        DeferredCreation writer = new DeferredCreation(method);
        writer.replaceInFrames(pending.creations());
        int firstTemporary = method.maxLocals;
        for (Initialisation site : pending.initialisations()) {
            Rebuild rebuild = new Rebuild(site, firstTemporary);
            writer.code.insertBefore(site.call(), rebuild.before());
            writer.code.insert(site.call(), rebuild.after());
            method.maxLocals = Math.max(method.maxLocals, rebuild.nextTemporary());
        }
        for (AbstractInsnNode creation : pending.creations()) {
            writer.leavePlaceholder(creation);
        }
    }

    private void leavePlaceholder(AbstractInsnNode creation) {
        InsnNode discard = new InsnNode(Opcodes.POP);
        code.insert(creation, discard);
        code.insert(discard, new InsnNode(Opcodes.ACONST_NULL));
    }

    private void replaceInFrames(Set<AbstractInsnNode> creations) {
        for (AbstractInsnNode insn : code) {
            if (insn instanceof FrameNode frame) {
                replace(frame.local, creations);
                replace(frame.stack, creations);
            }
        }
    }

    private static void replace(List<Object> frameValues, Set<AbstractInsnNode> creations) {
        for (int i = 0; i < frameValues.size(); i++) {
            if (isCreation(frameValues.get(i), creations)) {
                frameValues.set(i, Opcodes.NULL);
            }
        }
    }

    private static boolean isCreation(Object frameValue, Set<AbstractInsnNode> creations) {
        return frameValue instanceof LabelNode label && creations.contains(Instructions.next(label));
    }

    /**
     * The code around one constructor call that creates the object there and puts it wherever its placeholder was.
     *
     * <p>Stack before: {@code base..., placeholder and values in any order..., receiver placeholder, arguments}.
     */
    private static final class Rebuild {
        private final Initialisation site;
        private final int arguments;
        private final int lowestCopy;
        private final InsnList before = new InsnList();
        private final InsnList after = new InsnList();
        private final int[] temporary;
        private int nextTemporary;

        Rebuild(Initialisation site, int firstTemporary) {
            this.site = site;
            this.nextTemporary = firstTemporary;
            this.temporary = new int[site.stack().size()];
            this.arguments = site.stack().size() - (Type.getArgumentsAndReturnSizes(site.call().desc) >> 2) + 1;
            this.lowestCopy = lowestCopy();
            unload();
            create();
            reload();
        }

        InsnList before() {
            return before;
        }

        InsnList after() {
            return after;
        }

        int nextTemporary() {
            return nextTemporary;
        }

        private int lowestCopy() {
            int lowest = arguments - 1;
            for (int i = arguments - 2; i >= 0; i--) {
                if (isCopy(site.stack().get(i))) {
                    lowest = i;
                }
            }
            return lowest;
        }

        private boolean isCopy(SlotType type) {
            return type.creation() == site.creation();
        }

        private boolean isInLocals() {
            for (SlotType local : site.locals()) {
                if (isCopy(local)) {
                    return true;
                }
            }
            return false;
        }

        /** Stores everything above and including the lowest placeholder; placeholders themselves are dropped. */
        private void unload() {
            List<SlotType> stack = site.stack();
            for (int i = stack.size() - 1; i >= lowestCopy; i--) {
                SlotType type = stack.get(i);
                if (isCopy(type)) {
                    before.add(new InsnNode(Opcodes.POP));
                } else if (type.size() > 0) {
                    temporary[i] = nextTemporary;
                    nextTemporary += type.size();
                    before.add(new VarInsnNode(type.storeOpcode(), temporary[i]));
                }
            }
        }

        private void create() {
            before.add(new TypeInsnNode(Opcodes.NEW, site.call().owner));
            before.add(new InsnNode(Opcodes.DUP));
            for (int i = arguments; i < site.stack().size(); i++) {
                load(i, before);
            }
        }

        /** After the call the initialised object is on the stack, where the usual single copy belongs. */
        private void reload() {
            if (lowestCopy == arguments - 2 && !isInLocals()) {
                return;
            }
            int object = nextTemporary++;
            after.add(new VarInsnNode(Opcodes.ASTORE, object));
            for (int slot = 0; slot < site.locals().size(); slot++) {
                if (isCopy(site.locals().get(slot))) {
                    after.add(new VarInsnNode(Opcodes.ALOAD, object));
                    after.add(new VarInsnNode(Opcodes.ASTORE, slot));
                }
            }
            for (int i = lowestCopy; i < arguments - 1; i++) {
                if (isCopy(site.stack().get(i))) {
                    after.add(new VarInsnNode(Opcodes.ALOAD, object));
                } else {
                    load(i, after);
                }
            }
        }

        private void load(int position, InsnList target) {
            SlotType type = site.stack().get(position);
            if (type.size() > 0) {
                target.add(new VarInsnNode(type.loadOpcode(), temporary[position]));
            }
        }
    }
}
