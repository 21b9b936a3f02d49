package org.asyncjava.transformer.read;

import org.objectweb.asm.ClassReader;

/** Where the methods of a class file begin (JVMS 4.5 to 4.7). Nothing of them is read. */
final class MethodOffsets {
    /** Of the head of a field or method before the number of its attributes. */
    static final int MEMBER_HEADER = 6;
    /** Of the name and the length of an attribute. */
    static final int ATTRIBUTE_HEADER = 6;

    private static final int INTERFACES_COUNT = 6;

    private MethodOffsets() {
    }

    /**
     * Finds them.
     *
     * @param reader a class file
     * @return the offset of each method in the order of the class file, and after them that of what follows the last one
     */
    static int[] of(ClassReader reader) {
        int interfaces = reader.header + INTERFACES_COUNT;
        int at = interfaces + 2 + 2 * reader.readUnsignedShort(interfaces);
        int fields = reader.readUnsignedShort(at);
        at += 2;
        for (int i = 0; i < fields; i++) {
            at = afterMember(reader, at);
        }
        int[] methods = new int[reader.readUnsignedShort(at) + 1];
        at += 2;
        for (int i = 0; i < methods.length; i++) {
            methods[i] = at;
            at = i + 1 < methods.length ? afterMember(reader, at) : at;
        }
        return methods;
    }

    private static int afterMember(ClassReader reader, int member) {
        int at = member + MEMBER_HEADER + 2;
        for (int left = reader.readUnsignedShort(member + MEMBER_HEADER); left > 0; left--) {
            at = afterAttribute(reader, at);
        }
        return at;
    }

    static int afterAttribute(ClassReader reader, int attribute) {
        int length = reader.readInt(attribute + 2);
        if (length < 0) {
            throw new IllegalArgumentException("an attribute without end");
        }
        return attribute + ATTRIBUTE_HEADER + length;
    }
}
