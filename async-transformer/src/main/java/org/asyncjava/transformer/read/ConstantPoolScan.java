package org.asyncjava.transformer.read;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.asyncjava.transformer.read.ClassFileHeader.unsignedShort;

import java.util.Arrays;

/**
 * One cheap pass over a class file's constant pool (JVMS 4.4) that tells whether there is anything to do in the class.
 *
 * <p>Reads bytes only, once for all that is asked. A file whose pool cannot be followed is never passed over, so that whoever reads it next
 * says what is wrong with it.
 */
public final class ConstantPoolScan {
    private static final int ASYNC = 1;
    private static final int NEST = 2;
    private static final int ANNOTATIONS = 4;
    private static final int CLOSE = 8;
    private static final int LAMBDAS = 16;
    private static final int MARK = 32;
    private static final int EVERYTHING = -1;

    private static final Wanted[] BY_LENGTH = byLength(
            new Wanted(ASYNC, Markers.ASYNC), new Wanted(ASYNC, Markers.AWAIT_CLASS), new Wanted(ASYNC, Markers.ENTRY),
            new Wanted(ASYNC, Markers.GENERATOR), new Wanted(ASYNC, Markers.EMIT_CLASS), new Wanted(ASYNC, Markers.EACH_CLASS),
            new Wanted(NEST, NestHost.NEST_MEMBERS),
            new Wanted(ANNOTATIONS, "RuntimeVisibleAnnotations"), new Wanted(ANNOTATIONS, "RuntimeInvisibleAnnotations"),
            new Wanted(CLOSE, "close"), new Wanted(LAMBDAS, "java/lang/invoke/LambdaMetafactory"),
            new Wanted(MARK, Markers.TRANSFORMED));

    private static final int UTF8 = 1;
    private static final int BROKEN = -1;
    /** Bytes of an entry by its tag, or that there is no such tag; text has its length in the entry. */
    private static final byte[] SIZES = {BROKEN, BROKEN, BROKEN, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, BROKEN, BROKEN, 4, 3, 5, 5, 3, 3};
    /** These take two indices. */
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final int found;

    private ConstantPoolScan(int found) {
        this.found = found;
    }

    /** A text that is looked for, and the next one of the same length. */
    private static final class Wanted {
        private final int meaning;
        private final byte[] text;
        private Wanted next;

        Wanted(int meaning, String text) {
            this.meaning = meaning;
            this.text = text.getBytes(US_ASCII);
        }

        /** Most texts of this length have another character before the last one: to look at that alone is cheap where nothing is compiled yet. */
        boolean is(byte[] bytes, int from, int to) {
            return text[text.length - 2] == bytes[to - 2] && Arrays.equals(text, 0, text.length, bytes, from, to);
        }
    }

    private static Wanted[] byLength(Wanted... all) {
        int longest = 0;
        for (Wanted wanted : all) {
            longest = Math.max(longest, wanted.text.length);
        }
        Wanted[] byLength = new Wanted[longest + 1];
        for (Wanted wanted : all) {
            wanted.next = byLength[wanted.text.length];
            byLength[wanted.text.length] = wanted;
        }
        return byLength;
    }

    /**
     * Looks through a constant pool.
     *
     * @param classFile any bytes
     * @return what is mentioned in it; everything, if the pool is damaged
     */
    public static ConstantPoolScan of(byte[] classFile) {
        return new ConstantPoolScan(found(classFile));
    }

    /**
     * Tells what {@link #of} with {@link #mentionsAsync()} tells, and allocates nothing: an agent asks it of each class that a JVM loads.
     *
     * @param classFile any bytes
     * @return false if none of our annotations and classes is in the constant pool; true if the pool is damaged
     */
    public static boolean mentionsAsync(byte[] classFile) {
        return (found(classFile) & ASYNC) != 0;
    }

    /**
     * Tells whether a class can contain an async method, a generator, a marker or an entry point that is marked with our own annotation.
     *
     * @return false if none of their annotations and classes is in the constant pool
     */
    public boolean mentionsAsync() {
        return has(ASYNC);
    }

    /**
     * Tells whether a class can be the host of a nest, which has to list the machines of its members.
     *
     * @return false if it is none
     */
    public boolean mentionsNest() {
        return has(NEST);
    }

    /**
     * Tells whether a class can carry annotations: its methods, its fields or itself.
     *
     * @return false if it carries none
     */
    public boolean mentionsAnnotations() {
        return has(ANNOTATIONS);
    }

    /**
     * Tells whether a class can have a lambda that closes something.
     *
     * @return false if it has no lambda, or closes nothing
     */
    public boolean mentionsClosingLambda() {
        return has(CLOSE) && has(LAMBDAS);
    }

    /**
     * Tells whether a class can carry the transformer's mark.
     *
     * @return false if the mark is not in the constant pool
     */
    public boolean mentionsMark() {
        return has(MARK);
    }

    private boolean has(int meaning) {
        return (found & meaning) != 0;
    }

    private static int found(byte[] bytes) {
        if (!ClassFileHeader.isClassFile(bytes)) {
            return EVERYTHING;
        }
        int found = 0;
        int count = unsignedShort(bytes, ClassFileHeader.POOL_COUNT);
        int at = ClassFileHeader.POOL;
        for (int index = 1; index < count; index++) {
            int tag = at + 2 < bytes.length ? bytes[at] : BROKEN;
            int size = tag == UTF8 ? 3 + unsignedShort(bytes, at + 1) : fixedSize(tag);
            if (size == BROKEN) {
                return EVERYTHING;
            }
            if (tag == UTF8) {
                found |= meaning(bytes, at + 3, at + size);
            } else if (tag == LONG || tag == DOUBLE) {
                index++;
            }
            at += size;
        }
        return at >= bytes.length ? EVERYTHING : found;
    }

    private static int fixedSize(int tag) {
        return tag >= 0 && tag < SIZES.length ? SIZES[tag] : BROKEN;
    }

    private static int meaning(byte[] bytes, int from, int to) {
        if (to - from < BY_LENGTH.length && to <= bytes.length) {
            for (Wanted wanted = BY_LENGTH[to - from]; wanted != null; wanted = wanted.next) {
                if (wanted.is(bytes, from, to)) {
                    return wanted.meaning;
                }
            }
        }
        return 0;
    }
}
