package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** How the markers that users write, and the mark that the transformer leaves, look in a class file. */
public final class Markers {
    /** Internal name of the class that holds {@code await}. */
    public static final String AWAIT_CLASS = "org/asyncjava/Await";
    /** Internal name of the class that holds {@code emit} and {@code end}. */
    public static final String EMIT_CLASS = "org/asyncjava/Emit";
    /** Internal name of the class that holds {@code each}. */
    public static final String EACH_CLASS = "org/asyncjava/runtime/Each";
    /** Descriptor of the annotation on plain generators. */
    public static final String GENERATOR = "Lorg/asyncjava/Generator;";
    /** Descriptor of the annotation on async methods. */
    public static final String ASYNC = "Lorg/asyncjava/Async;";
    /** Descriptor of the annotation on entry points, and on annotations that make some. */
    public static final String ENTRY = "Lorg/asyncjava/AsyncEntry;";
    /** Descriptor of the annotation on classes that have been transformed, and on the machines. */
    public static final String TRANSFORMED = RuntimeAbi.TRANSFORMED;
    /** What stands before the number at the end of a machine's name. */
    public static final String MACHINE = "$Async";

    private static final String AWAIT = "await";
    private static final String EMIT = "emit";
    private static final String END = "end";
    private static final String EACH = "each";

    private Markers() {
    }

    /**
     * Tells whether an instruction is a call of {@code Await.await}.
     *
     * @param instruction any instruction
     * @return true for each of the overloads
     */
    public static boolean isAwait(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(AWAIT_CLASS) && call.name.equals(AWAIT);
    }

    /**
     * Tells whether an instruction is a call of {@code Emit.emit}.
     *
     * @param instruction any instruction
     * @return true if so
     */
    public static boolean isEmit(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(EMIT_CLASS) && call.name.equals(EMIT);
    }

    /**
     * Tells whether an instruction is a call of {@code Emit.end}.
     *
     * @param instruction any instruction
     * @return true if so
     */
    public static boolean isEnd(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(EMIT_CLASS) && call.name.equals(END);
    }

    /**
     * Tells whether an instruction is a call of {@code Each.each}.
     *
     * @param instruction any instruction
     * @return true for each of the overloads
     */
    public static boolean isEach(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && call.owner.equals(EACH_CLASS) && call.name.equals(EACH);
    }

    /**
     * Tells whether a class holds markers.
     *
     * @param name an internal name
     * @return true of {@code Await}, {@code Emit} and {@code Each}
     */
    public static boolean isMarkerClass(String name) {
        return AWAIT_CLASS.equals(name) || EMIT_CLASS.equals(name) || EACH_CLASS.equals(name);
    }

    /**
     * Tells whether a method has a call of {@code Await.await} or {@code Each.each}, reachable or not.
     *
     * @param method any method
     * @return true if so
     */
    public static boolean awaits(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (isAwait(instruction) || isEach(instruction)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a method has a call of {@code Emit.emit} or {@code Emit.end}, reachable or not.
     *
     * @param method any method
     * @return true if so
     */
    public static boolean emits(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (isEmit(instruction) || isEnd(instruction)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a method carries {@code @Async}.
     *
     * @param method any method
     * @return true if so
     */
    public static boolean isAsync(MethodNode method) {
        return carries(method.invisibleAnnotations, ASYNC) || carries(method.visibleAnnotations, ASYNC);
    }

    /**
     * Tells whether a method carries {@code @Generator}.
     *
     * @param method any method
     * @return true if so
     */
    public static boolean isGenerator(MethodNode method) {
        return carries(method.invisibleAnnotations, GENERATOR) || carries(method.visibleAnnotations, GENERATOR);
    }

    /**
     * Tells whether a class carries the transformer's mark.
     *
     * @param node any class
     * @return true if it has been transformed, or is a machine
     */
    public static boolean isTransformed(ClassNode node) {
        return carries(node.invisibleAnnotations, TRANSFORMED) || carries(node.visibleAnnotations, TRANSFORMED);
    }

    /**
     * The version of the generated-code ABI that a class was transformed for.
     *
     * @param node any class
     * @return what its mark says; empty if it carries none
     */
    public static OptionalInt abi(ClassNode node) {
        OptionalInt visible = abi(node.visibleAnnotations);
        return visible.isPresent() ? visible : abi(node.invisibleAnnotations);
    }

    private static OptionalInt abi(List<AnnotationNode> annotations) {
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                if (TRANSFORMED.equals(annotation.desc) && annotation.values != null) {
                    int name = annotation.values.indexOf(RuntimeAbi.TRANSFORMED_VERSION);
                    if (name >= 0 && annotation.values.get(name + 1) instanceof Integer version) {
                        return OptionalInt.of(version);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Tells whether a class can be a machine by its name; one with another name is none.
     *
     * @param name any name of a class
     * @return true if so
     */
    public static boolean isMachineName(String name) {
        int number = name.lastIndexOf(MACHINE) + MACHINE.length();
        return number > MACHINE.length() && number < name.length() && areDigits(name, number);
    }

    private static boolean areDigits(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            if (!Character.isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The annotations of something.
     *
     * @param visible those that reflection sees; null if there are none
     * @param invisible those that it does not see; null if there are none
     * @return their descriptors
     */
    static List<String> annotations(List<AnnotationNode> visible, List<AnnotationNode> invisible) {
        if (visible == null && invisible == null) {
            return List.of();
        }
        List<String> descriptors = new ArrayList<>();
        addDescriptors(visible, descriptors);
        addDescriptors(invisible, descriptors);
        return descriptors;
    }

    private static void addDescriptors(List<AnnotationNode> annotations, List<String> descriptors) {
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                descriptors.add(annotation.desc);
            }
        }
    }

    private static boolean carries(List<AnnotationNode> annotations, String descriptor) {
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                if (descriptor.equals(annotation.desc)) {
                    return true;
                }
            }
        }
        return false;
    }
}
