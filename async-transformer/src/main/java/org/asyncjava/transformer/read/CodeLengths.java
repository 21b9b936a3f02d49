package org.asyncjava.transformer.read;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * How many bytes of code the methods of a class have: what HotSpot's limits are about, and what no tree of a class tells.
 *
 * <p>Walks over the members of the class file (JVMS 4.5 to 4.7) and reads nothing else.
 */
public final class CodeLengths {
    private static final int MEMBER_HEADER = 6;
    private static final int ATTRIBUTE_HEADER = 6;
    private static final int INTERFACES_COUNT = 6;
    /** Past the sizes of stack and locals. */
    private static final int LENGTH_OF_CODE = ATTRIBUTE_HEADER + 4;

    private final ClassReader reader;
    private final char[] buffer;
    private final Map<String, Integer> lengths = new HashMap<>();

    private CodeLengths(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /**
     * Measures the methods of a class.
     *
     * @param classFile a class file that can be read
     * @return bytes of code by name and descriptor ({@code run()V}), of methods that have code
     */
    public static Map<String, Integer> of(byte[] classFile) {
        CodeLengths found = new CodeLengths(new ClassReader(classFile));
        found.read();
        return Map.copyOf(found.lengths);
    }

    private void read() {
        int interfaces = reader.header + INTERFACES_COUNT;
        int methods = members(interfaces + 2 + 2 * reader.readUnsignedShort(interfaces));
        members(methods);
    }

    /** Passes over fields or methods; returns where what follows them begins. */
    private int members(int start) {
        int at = start + 2;
        for (int i = reader.readUnsignedShort(start); i > 0; i--) {
            String signature = reader.readUTF8(at + 2, buffer) + reader.readUTF8(at + 4, buffer);
            int attributes = reader.readUnsignedShort(at + MEMBER_HEADER);
            at += MEMBER_HEADER + 2;
            for (; attributes > 0; attributes--) {
                if ("Code".equals(reader.readUTF8(at, buffer))) {
                    lengths.put(signature, reader.readInt(at + LENGTH_OF_CODE));
                }
                at += ATTRIBUTE_HEADER + reader.readInt(at + 2);
            }
        }
        return at;
    }
}
