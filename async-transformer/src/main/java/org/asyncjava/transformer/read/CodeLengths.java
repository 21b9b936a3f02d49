package org.asyncjava.transformer.read;

import static org.asyncjava.transformer.read.MethodOffsets.ATTRIBUTE_HEADER;
import static org.asyncjava.transformer.read.MethodOffsets.MEMBER_HEADER;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/** How many bytes of code the methods of a class have: what HotSpot's limits are about, and what no tree of a class tells. */
public final class CodeLengths {
    /** Past the sizes of stack and locals. */
    private static final int LENGTH_OF_CODE = ATTRIBUTE_HEADER + 4;

    private CodeLengths() {
    }

    /**
     * Measures the methods of a class.
     *
     * @param classFile a class file that can be read
     * @param most the length of methods that are of no interest, and of shorter ones
     * @return bytes of code by name and descriptor ({@code run()V}), of methods that have more
     */
    public static Map<String, Integer> over(int most, byte[] classFile) {
        Map<String, Integer> lengths = new HashMap<>();
        ClassReader reader = new ClassReader(classFile);
        char[] buffer = new char[reader.getMaxStringLength()];
        int[] methods = MethodOffsets.of(reader);
        for (int i = 0; i + 1 < methods.length; i++) {
            int length = methods[i + 1] - methods[i] > most ? length(reader, methods[i], buffer) : 0;
            if (length > most) {
                lengths.put(reader.readUTF8(methods[i] + 2, buffer) + reader.readUTF8(methods[i] + 4, buffer), length);
            }
        }
        return lengths;
    }

    private static int length(ClassReader reader, int method, char[] buffer) {
        int at = method + MEMBER_HEADER + 2;
        for (int left = reader.readUnsignedShort(method + MEMBER_HEADER); left > 0; left--) {
            if ("Code".equals(reader.readUTF8(at, buffer))) {
                return reader.readInt(at + LENGTH_OF_CODE);
            }
            at = MethodOffsets.afterAttribute(reader, at);
        }
        return 0;
    }
}
