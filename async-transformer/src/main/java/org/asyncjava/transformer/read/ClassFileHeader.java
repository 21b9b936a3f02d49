package org.asyncjava.transformer.read;

/** The first bytes of a class file (JVMS 4.1). */
final class ClassFileHeader {
    static final int POOL_COUNT = 8;
    static final int POOL = 10;

    private static final int MAGIC = 0xCAFEBABE;
    private static final int MAJOR = 6;

    private ClassFileHeader() {
    }

    static boolean isClassFile(byte[] bytes) {
        return bytes.length > POOL && (unsignedShort(bytes, 0) << 16 | unsignedShort(bytes, 2)) == MAGIC;
    }

    static int majorVersion(byte[] bytes) {
        return unsignedShort(bytes, MAJOR);
    }

    /** A copy that claims to be no newer than {@code newest}: enough to read names and flags of a class from a newer JDK. */
    static byte[] withMajorVersionAtMost(byte[] bytes, int newest) {
        if (!isClassFile(bytes) || majorVersion(bytes) <= newest) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        copy[MAJOR] = (byte) (newest >>> 8);
        copy[MAJOR + 1] = (byte) newest;
        return copy;
    }

    static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
