package org.asyncjava.transformer.read;

import java.util.OptionalInt;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** What the constants of a class file refer to (JVMS 4.4). ASM follows a reference wherever it leads, also of constants that nobody uses. */
final class PoolReferences {
    private static final int TEXT = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final ClassReader reader;

    private PoolReferences(ClassReader reader) {
        this.reader = reader;
    }

    /**
     * Looks for a constant that refers to another one of a wrong kind, or to none.
     *
     * @param reader a class file
     * @return the number of the first such constant
     */
    static OptionalInt firstUnsound(ClassReader reader) {
        PoolReferences references = new PoolReferences(reader);
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && !references.areSound(reader.readByte(at - 1), at)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private boolean areSound(int tag, int at) {
        return switch (tag) {
            case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> tagAt(at) == TEXT;
            case NAME_AND_TYPE -> tagAt(at) == TEXT && tagAt(at + 2) == TEXT;
            case FIELD, METHOD, INTERFACE_METHOD -> tagAt(at) == CLASS && tagAt(at + 2) == NAME_AND_TYPE;
            case DYNAMIC, INVOKE_DYNAMIC -> tagAt(at + 2) == NAME_AND_TYPE;
            case METHOD_HANDLE -> members(reader.readByte(at)).contains(tagAt(at + 1));
            default -> true;
        };
    }

    /** What a method handle of a kind may be of. */
    private static Set<Integer> members(int kind) {
        return switch (kind) {
            case Opcodes.H_GETFIELD, Opcodes.H_GETSTATIC, Opcodes.H_PUTFIELD, Opcodes.H_PUTSTATIC -> Set.of(FIELD);
            case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_NEWINVOKESPECIAL -> Set.of(METHOD);
            case Opcodes.H_INVOKESTATIC, Opcodes.H_INVOKESPECIAL -> Set.of(METHOD, INTERFACE_METHOD);
            case Opcodes.H_INVOKEINTERFACE -> Set.of(INTERFACE_METHOD);
            default -> Set.of();
        };
    }

    /** The kind of the constant that is referred to; none's where there is none. */
    private int tagAt(int reference) {
        int constant = reader.readUnsignedShort(reference);
        int at = constant < reader.getItemCount() ? reader.getItem(constant) : 0;
        return at > 0 ? reader.readByte(at - 1) : 0;
    }
}
