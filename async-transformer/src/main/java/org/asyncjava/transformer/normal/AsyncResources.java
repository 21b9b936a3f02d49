package org.asyncjava.transformer.normal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes {@code await(resource.closeAsync())} of each {@code resource.close()} where the resource is an {@code AsyncCloseable} by its static type: of
 * those that try-with-resources compiles to, and of those that a program has written, which look the same.
 */
final class AsyncResources {
    private final ClassPath classPath;
    private final Map<String, Boolean> known = new HashMap<>();

    private AsyncResources(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * Rewrites the calls of a method.
     *
     * @param classPath where the resources' types are found; a type that is not found is none
     * @param method changed in place
     */
    static void apply(ClassPath classPath, MethodNode method) {
        AsyncResources resources = new AsyncResources(classPath);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && isClose(call) && resources.isAsync(call.owner)) {
                method.instructions.insertBefore(call, RuntimeAbi.closeAsync());
                method.instructions.insertBefore(call, RuntimeAbi.await());
                method.instructions.set(call, new InsnNode(Opcodes.POP));
            }
        }
    }

    /** Also as an interface of its own declares it; {@code super.close()} is another method than the resource's. */
    private static boolean isClose(MethodInsnNode call) {
        return call.name.equals("close") && call.desc.equals("()V")
                && (call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE);
    }

    private boolean isAsync(String type) {
        return known.computeIfAbsent(type, this::extendsAsyncCloseable);
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
