package org.asyncjava.transformer.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The calls of {@code close()} that are awaits in async code: those of an {@code AsyncCloseable}, by the static type of the resource. */
public final class AsyncCloseables {
    private static final String CLOSE = "close";
    private static final String DESCRIPTOR = "()V";

    private final ClassPath classPath;
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Asks a class path.
     *
     * @param classPath where the resources' types are found; a type that is not found is none
     */
    public AsyncCloseables(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * Tells whether an instruction is such a call; {@code super.close()} is none, as it means another method than the resource's.
     *
     * @param insn any instruction
     * @return true if so
     */
    public boolean isClosedBy(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && (call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE)
                && isClose(call.owner, call.name, call.desc);
    }

    /** Whether a method that is called closes such a resource. */
    boolean isClose(String owner, String name, String descriptor) {
        return CLOSE.equals(name) && DESCRIPTOR.equals(descriptor) && known.computeIfAbsent(owner, this::extendsAsyncCloseable);
    }

    /** Whether a method has such a call. */
    boolean areClosedIn(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (isClosedBy(insn)) {
                return true;
            }
        }
        return false;
    }

    private boolean extendsAsyncCloseable(String type) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (RuntimeAbi.ASYNC_CLOSEABLE.equals(name)) {
                return true;
            }
            if (seen.add(name)) {
                Optional<ClassOutline> outline = classPath.outline(name);
                outline.ifPresent(found -> {
                    open.addAll(found.interfaces());
                    Optional.ofNullable(found.superName()).ifPresent(open::add);
                });
            }
        }
        return false;
    }
}
