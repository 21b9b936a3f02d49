package org.asyncjava.transformer.analysis;

import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A verification type (JVMS 4.10.1.2) of one slot of a frame.
 *
 * @param kind what it is
 * @param name internal name or array descriptor of a {@link Kind#REFERENCE}, otherwise empty
 * @param creation the {@code new} instruction of an {@link Kind#UNINITIALIZED} object, otherwise null
 */
public record SlotType(Kind kind, String name, AbstractInsnNode creation) {
    /** The kinds of verification types. */
    public enum Kind {
        /** Unusable, or the second half of a wide value. */
        TOP(Opcodes.TOP, "", 0),
        /** boolean, byte, char, short or int. */
        INT(Opcodes.INTEGER, "I", 1),
        /** float. */
        FLOAT(Opcodes.FLOAT, "F", 1),
        /** double, two slots. */
        DOUBLE(Opcodes.DOUBLE, "D", 2),
        /** long, two slots. */
        LONG(Opcodes.LONG, "J", 2),
        /** The constant null. */
        NULL(Opcodes.NULL, "Ljava/lang/Object;", 1),
        /** An initialised object or array. */
        REFERENCE(null, "", 1),
        /** The object of a {@code new} whose constructor has not run, or {@code this} before {@code super(...)}. */
        UNINITIALIZED(null, "Ljava/lang/Object;", 1);

        private final Integer frameValue;
        private final String descriptor;
        private final int size;

        Kind(Integer frameValue, String descriptor, int size) {
            this.frameValue = frameValue;
            this.descriptor = descriptor;
            this.size = size;
        }
    }

    /** The type of unusable slots and of the second half of wide values. */
    public static final SlotType TOP = primitive(Kind.TOP);
    /** The type of the constant null. */
    public static final SlotType NULL = primitive(Kind.NULL);
    private static final SlotType INT = primitive(Kind.INT);
    private static final SlotType FLOAT = primitive(Kind.FLOAT);
    private static final SlotType DOUBLE = primitive(Kind.DOUBLE);
    private static final SlotType LONG = primitive(Kind.LONG);
    private static final SlotType[] BY_FRAME_VALUE = {TOP, INT, FLOAT, DOUBLE, LONG, NULL};

    private static SlotType primitive(Kind kind) {
        return new SlotType(kind, "", null);
    }

    /**
     * A reference type.
     *
     * @param name internal name of a class, or descriptor of an array
     * @return the type
     */
    public static SlotType reference(String name) {
        return new SlotType(Kind.REFERENCE, name, null);
    }

    /**
     * The type of an object that is not initialised yet.
     *
     * @param creation its {@code new} instruction; null for {@code this} in a constructor
     * @return the type
     */
    static SlotType uninitialized(AbstractInsnNode creation) {
        return new SlotType(Kind.UNINITIALIZED, "", creation);
    }

    /**
     * The type that ASM spells as the given frame value.
     *
     * @param frameValue an {@code Opcodes} constant or an internal name
     * @return the type
     */
    static SlotType of(Object frameValue) {
        return frameValue instanceof Integer constant ? BY_FRAME_VALUE[constant] : reference((String) frameValue);
    }

    /**
     * The type of a value that has the given declared type.
     *
     * @param declared not void
     * @return the type
     */
    public static SlotType of(Type declared) {
        return switch (declared.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> INT;
            case Type.FLOAT -> FLOAT;
            case Type.LONG -> LONG;
            case Type.DOUBLE -> DOUBLE;
            default -> reference(declared.getInternalName());
        };
    }

    /**
     * The value that ASM's frames use for this type.
     *
     * @return an {@code Opcodes} constant or an internal name
     */
    public Object frameValue() {
        return kind == Kind.REFERENCE ? name : kind.frameValue;
    }

    /**
     * The descriptor of a field or parameter that can hold a value of exactly this type.
     *
     * @return a descriptor; that of {@code Object} for null
     */
    public String descriptor() {
        if (kind != Kind.REFERENCE) {
            return kind.descriptor;
        }
        return name.startsWith("[") ? name : "L" + name + ";";
    }

    /**
     * The number of slots that a value takes.
     *
     * @return 1 or 2; 0 for {@link Kind#TOP}
     */
    public int size() {
        return kind.size;
    }

    /**
     * Tells whether the value is an object, an array or null.
     *
     * @return true for references and null
     */
    public boolean isReference() {
        return kind == Kind.REFERENCE || kind == Kind.NULL;
    }

    /**
     * The instruction that loads a local of this type.
     *
     * @return an {@code xLOAD} opcode
     */
    public int loadOpcode() {
        return Type.getType(descriptor()).getOpcode(Opcodes.ILOAD);
    }

    /**
     * The instruction that stores a local of this type.
     *
     * @return an {@code xSTORE} opcode
     */
    public int storeOpcode() {
        return Type.getType(descriptor()).getOpcode(Opcodes.ISTORE);
    }

    /** Compared far too often for the method that a record has, which goes through method handles. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SlotType type && kind == type.kind && creation == type.creation && name.equals(type.name);
    }

    @Override
    public int hashCode() {
        return 31 * kind.ordinal() + name.hashCode();
    }

    @Override
    public String toString() {
        return kind == Kind.REFERENCE ? name : kind.name().toLowerCase(Locale.ROOT);
    }
}
