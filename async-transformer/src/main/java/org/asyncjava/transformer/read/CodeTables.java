package org.asyncjava.transformer.read;

import static org.asyncjava.transformer.read.MethodOffsets.ATTRIBUTE_HEADER;
import static org.asyncjava.transformer.read.MethodOffsets.MEMBER_HEADER;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How much the tables beside a method's code say (JVMS 4.7.3 and what it refers to), found out before anything of them is read.
 *
 * <p>Some of them cost the square of their length when they are read, and a few bytes can stand for very many: what no compiler writes is refused,
 * so that nobody can stall a build, or an application that runs under the agent, with a small class file.
 */
final class CodeTables {
    /** From this tag on a verification type has an operand. */
    private static final int OBJECT = 7;
    private static final int MOST_CODE = 0xFFFF;
    private static final int FEW = 64;
    private static final long MOST_VARIABLES_TIMES_TYPES = 64_000_000;
    private static final long MOST_BYTES_IN_RANGES = 6_000_000;
    private static final long MOST_TYPES_IN_FRAMES = 10_000_000;

    private final ClassReader reader;
    private final char[] buffer;
    private long codeLength;
    private long lines;
    private long variables;
    private long variableTypes;
    private long inRanges;
    private long inFrames;

    private CodeTables(ClassReader reader, char[] buffer) {
        this.reader = reader;
        this.buffer = buffer;
    }

    /**
     * Measures a method.
     *
     * @param reader a class file
     * @param method where the method begins
     * @param buffer as long as the longest text of the class file
     * @return whether the tables are no larger than those that compilers write
     * @throws RuntimeException whatever reading a damaged class file throws
     */
    static boolean areSane(ClassReader reader, int method, char[] buffer) {
        CodeTables tables = new CodeTables(reader, buffer);
        int at = method + MEMBER_HEADER + 2;
        for (int left = reader.readUnsignedShort(method + MEMBER_HEADER); left > 0; left--) {
            if ("Code".equals(reader.readUTF8(at, buffer))) {
                tables.code(at + ATTRIBUTE_HEADER, arguments(reader, method, buffer));
            }
            at = MethodOffsets.afterAttribute(reader, at);
        }
        return tables.areSane();
    }

    private static int arguments(ClassReader reader, int method, char[] buffer) {
        int own = (reader.readUnsignedShort(method) & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        return own + Type.getArgumentTypes(reader.readUTF8(method + 4, buffer)).length;
    }

    private boolean areSane() {
        return codeLength <= MOST_CODE && lines <= codeLength + FEW
                && variables * variableTypes <= MOST_VARIABLES_TIMES_TYPES && inRanges <= MOST_BYTES_IN_RANGES && inFrames <= MOST_TYPES_IN_FRAMES;
    }

    private void code(int code, int arguments) {
        codeLength = reader.readInt(code + 4) & 0xFFFF_FFFFL;
        if (codeLength > MOST_CODE) {
            return;
        }
        int at = code + 8 + (int) codeLength;
        int ranges = reader.readUnsignedShort(at);
        for (at += 2; ranges > 0; ranges--, at += 8) {
            inRanges += Math.max(0, reader.readUnsignedShort(at + 2) - reader.readUnsignedShort(at));
        }
        int attributes = reader.readUnsignedShort(at);
        for (at += 2; attributes > 0; attributes--) {
            table(at, arguments);
            at = MethodOffsets.afterAttribute(reader, at);
        }
    }

    private void table(int at, int arguments) {
        String name = reader.readUTF8(at, buffer);
        int entries = at + ATTRIBUTE_HEADER;
        switch (name == null ? "" : name) {
            case "LineNumberTable" -> lines += reader.readUnsignedShort(entries);
            case "LocalVariableTable" -> variables += reader.readUnsignedShort(entries);
            case "LocalVariableTypeTable" -> variableTypes += reader.readUnsignedShort(entries);
            case "StackMapTable" -> frames(entries, arguments);
            default -> { }
        }
    }

    /** Each frame is read as a list of the types of all variables, though it may say no more than how it differs from the one before (JVMS 4.7.4). */
    private void frames(int entries, int arguments) {
        int at = entries + 2;
        int locals = arguments;
        for (int left = reader.readUnsignedShort(entries); left > 0 && inFrames <= MOST_TYPES_IN_FRAMES; left--) {
            int kind = reader.readByte(at) & 0xFF;
            at++;
            if (kind >= 64 && kind < 128) {
                at = afterTypes(at, 1);
            } else if (kind == 247) {
                at = afterTypes(at + 2, 1);
            } else if (kind >= 248 && kind <= 251) {
                locals = Math.max(0, locals - (251 - kind));
                at += 2;
            } else if (kind >= 252 && kind < 255) {
                locals += kind - 251;
                at = afterTypes(at + 2, kind - 251);
            } else if (kind == 255) {
                locals = reader.readUnsignedShort(at + 2);
                at = afterTypes(at + 4, locals);
                int stack = reader.readUnsignedShort(at);
                inFrames += stack;
                at = afterTypes(at + 2, stack);
            }
            inFrames += locals;
        }
    }

    private int afterTypes(int types, int count) {
        int at = types;
        for (int i = 0; i < count; i++) {
            int tag = reader.readByte(at);
            at += tag < OBJECT ? 1 : 3;
        }
        return at;
    }
}
