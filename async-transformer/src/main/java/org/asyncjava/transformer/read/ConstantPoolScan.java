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
    private static final byte[][] ASYNC = names(Markers.ASYNC, Markers.AWAIT_CLASS, Markers.ENTRY, Markers.GENERATOR, Markers.EMIT_CLASS, Markers.EACH_CLASS);
    private static final byte[][] NEST = names("NestMembers");
    private static final byte[][] ANNOTATIONS = names("RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations");
    private static final byte[][] CLOSE = names("close");
    private static final byte[][] LAMBDAS = names("java/lang/invoke/LambdaMetafactory");
    private static final byte[][] MARK = names(Markers.TRANSFORMED);
    private static final int UTF8 = 1;
    private static final int BROKEN = -1;
    /** Bytes of an entry by its tag, or that there is no such tag; text has its length in the entry. */
    private static final byte[] SIZES = {BROKEN, BROKEN, BROKEN, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, BROKEN, BROKEN, 4, 3, 5, 5, 3, 3};
    /** These take two indices. */
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private ConstantPoolScan() {
    }

    private static byte[][] names(String... texts) {
        byte[][] names = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            names[i] = texts[i].getBytes(US_ASCII);
        }
        return names;
    }

    /**
     * Tells whether a class can contain an async method, a generator, a marker or an entry point that is marked with our own annotation.
     *
     * @param classFile any bytes
     * @return false if none of their annotations and classes is in the constant pool; true if one is, or if the pool is damaged
     */
    public static boolean mentionsAsync(byte[] classFile) {
        return contains(classFile, ASYNC);
    }

    /**
     * Tells whether a class can be the host of a nest, which has to list the machines of its members.
     *
     * @param classFile any bytes
     * @return false if it is none
     */
    public static boolean mentionsNest(byte[] classFile) {
        return contains(classFile, NEST);
    }

    /**
     * Tells whether a class can carry annotations: its methods, its fields or itself.
     *
     * @param classFile any bytes
     * @return false if it carries none
     */
    public static boolean mentionsAnnotations(byte[] classFile) {
        return contains(classFile, ANNOTATIONS);
    }

    /**
     * Tells whether a class can have a lambda that closes something.
     *
     * @param classFile any bytes
     * @return false if it has no lambda, or closes nothing
     */
    public static boolean mentionsClosingLambda(byte[] classFile) {
        return contains(classFile, CLOSE) && contains(classFile, LAMBDAS);
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

    private static boolean contains(byte[] bytes, byte[][] wanted) {
        if (!ClassFileHeader.isClassFile(bytes)) {
            return true;
        }
        int count = unsignedShort(bytes, ClassFileHeader.POOL_COUNT);
        int at = ClassFileHeader.POOL;
        for (int index = 1; index < count; index++) {
            int tag = at + 2 < bytes.length ? bytes[at] : BROKEN;
            int size = tag == UTF8 ? 3 + unsignedShort(bytes, at + 1) : fixedSize(tag);
            if (size == BROKEN || tag == UTF8 && isOneOf(wanted, bytes, at + 3, at + size)) {
                return true;
            }
            if (tag == LONG || tag == DOUBLE) {
                index++;
            }
            at += size;
        }
        return at >= bytes.length;
    }

    private static int fixedSize(int tag) {
        return tag >= 0 && tag < SIZES.length ? SIZES[tag] : BROKEN;
    }

    /** Most constants have another length, or another beginning, than the few names that are looked for. */
    private static boolean isOneOf(byte[][] wanted, byte[] bytes, int from, int to) {
        for (byte[] name : wanted) {
            if (name.length == to - from && to <= bytes.length && name[0] == bytes[from] && Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }
}
