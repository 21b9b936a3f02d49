package org.asyncjava.transformer.read;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.asyncjava.transformer.read.ClassFileHeader.unsignedShort;

import java.util.Arrays;

/**
 * One cheap pass over a class file's constant pool (JVMS 4.4) that tells whether there is anything to do in the class.
 *
 * <p>Reads bytes only and allocates nothing. A file whose pool cannot be followed is never passed over, so that whoever reads it next
 * says what is wrong with it.
 */
public final class ConstantPoolScan {
    private static final byte[] ASYNC = Markers.ASYNC.getBytes(US_ASCII);
    private static final byte[] AWAIT = Markers.AWAIT_CLASS.getBytes(US_ASCII);
    private static final byte[] MARK = Markers.TRANSFORMED.getBytes(US_ASCII);
    private static final byte[] NEST_MEMBERS = "NestMembers".getBytes(US_ASCII);
    private static final int UTF8 = 1;
    private static final int BROKEN = -1;

    private ConstantPoolScan() {
    }

    /**
     * Tells whether a class can contain an async method or an await.
     *
     * @param classFile any bytes
     * @return false if neither {@code @Async} nor {@code Await} is in the constant pool; true if one is, or if the pool is damaged
     */
    public static boolean mentionsAsync(byte[] classFile) {
        return contains(classFile, ASYNC, AWAIT);
    }

    /**
     * Tells whether a transformer has to look at a class: because of an async method or an await, or because it is the host of a nest,
     * which has to list the machines of its members.
     *
     * @param classFile any bytes
     * @return false if the class can be left as it is
     */
    public static boolean needsLook(byte[] classFile) {
        return contains(classFile, ASYNC, AWAIT, NEST_MEMBERS);
    }

    /**
     * Tells whether a class can carry the transformer's mark.
     *
     * @param classFile any bytes
     * @return false if the mark is not in the constant pool; true if it is, or if the pool is damaged
     */
    public static boolean mentionsMark(byte[] classFile) {
        return contains(classFile, MARK);
    }

    private static boolean contains(byte[] bytes, byte[]... wanted) {
        if (!ClassFileHeader.isClassFile(bytes)) {
            return true;
        }
        int count = unsignedShort(bytes, ClassFileHeader.POOL_COUNT);
        int at = ClassFileHeader.POOL;
        int index = 1;
        while (index < count) {
            int size = size(bytes, at);
            if (size == BROKEN || at + size >= bytes.length || bytes[at] == UTF8 && isOneOf(wanted, bytes, at)) {
                return true;
            }
            index += indices(bytes[at]);
            at += size;
        }
        return false;
    }

    private static boolean isOneOf(byte[][] wanted, byte[] bytes, int at) {
        int from = at + 3;
        int to = from + unsignedShort(bytes, at + 1);
        for (byte[] name : wanted) {
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Bytes of the entry at {@code at}, its tag included. */
    private static int size(byte[] bytes, int at) {
        return switch (bytes[at]) {
            case UTF8 -> at + 2 < bytes.length ? 3 + unsignedShort(bytes, at + 1) : BROKEN;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> BROKEN;
        };
    }

    /** How many indices an entry takes: long and double take two. */
    private static int indices(byte tag) {
        return tag == 5 || tag == 6 ? 2 : 1;
    }
}
