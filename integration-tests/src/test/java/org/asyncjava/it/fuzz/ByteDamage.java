package org.asyncjava.it.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Damage that knows nothing of what the bytes mean: bad disks, cut downloads, hostile numbers. */
enum ByteDamage implements Damage {
    /** One to four bits are turned. */
    BITS_FLIPPED((bytes, random) -> {
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }),
    /** One byte becomes any other. */
    BYTE_REPLACED((bytes, random) -> {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }),
    /** The end is missing. */
    CUT_SHORT((bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length))),
    /** A few bytes in the middle are missing. */
    BYTES_LOST((bytes, random) -> {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
    }),
    /** A part stands where another should. */
    PART_COPIED((bytes, random) -> {
        int length = Math.min(1 + random.nextInt(32), bytes.length);
        System.arraycopy(bytes.clone(), random.nextInt(bytes.length - length + 1), bytes, random.nextInt(bytes.length - length + 1), length);
        return bytes;
    }),
    /** Two bytes are a number at a limit. */
    SHORT_AT_A_LIMIT((bytes, random) -> number(bytes, random, 2)),
    /** Four bytes are a number at a limit: a length of two gigabytes, a switch of two milliard cases. */
    INT_AT_A_LIMIT((bytes, random) -> number(bytes, random, 4));

    /** Files that are shorter are not worth another damage. */
    static final int SMALLEST = 16;

    private static final int[] LIMITS = {0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};

    private final Damage toOwnCopy;

    ByteDamage(Damage toOwnCopy) {
        this.toOwnCopy = toOwnCopy;
    }

    @Override
    public byte[] of(byte[] classFile, Random random) {
        return toOwnCopy.of(classFile.clone(), random);
    }

    private static byte[] number(byte[] bytes, Random random, int width) {
        int number = LIMITS[random.nextInt(LIMITS.length)];
        int at = random.nextInt(bytes.length - width + 1);
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (number >>> 8 * (width - 1 - i));
        }
        return bytes;
    }
}
