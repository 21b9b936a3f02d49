package org.asyncjava.transformer.emit;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Writes how values of any type become objects and objects become values (JLS 5.1.7, 5.1.8). */
final class Boxes {
    private Boxes() {
    }

    /** {@code value -> object}; of void {@code -> null}. */
    static InsnList box(Type type) {
        InsnList code = new InsnList();
        if (type.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
        } else if (type.getSort() < Type.ARRAY) {
            String box = box(type.getSort());
            code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, box, "valueOf", "(" + type.getDescriptor() + ")L" + box + ";", false));
        }
        return code;
    }

    /** {@code object -> value}; of void {@code object ->}. */
    static InsnList unbox(Type type) {
        InsnList code = new InsnList();
        if (type.getSort() == Type.VOID) {
            code.add(new InsnNode(Opcodes.POP));
        } else if (type.getSort() < Type.ARRAY) {
            String box = box(type.getSort());
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, box));
            code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, box, type.getClassName() + "Value", "()" + type.getDescriptor(), false));
        } else if (!type.getInternalName().equals("java/lang/Object")) {
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
        }
        return code;
    }

    private static String box(int sort) {
        return "java/lang/" + switch (sort) {
            case Type.BOOLEAN -> "Boolean";
            case Type.CHAR -> "Character";
            case Type.BYTE -> "Byte";
            case Type.SHORT -> "Short";
            case Type.INT -> "Integer";
            case Type.FLOAT -> "Float";
            case Type.LONG -> "Long";
            case Type.DOUBLE -> "Double";
            default -> throw new IllegalArgumentException("no primitive type");
        };
    }
}
