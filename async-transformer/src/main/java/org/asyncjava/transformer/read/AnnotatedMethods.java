package org.asyncjava.transformer.read;

import static org.asyncjava.transformer.read.MethodOffsets.ATTRIBUTE_HEADER;
import static org.asyncjava.transformer.read.MethodOffsets.MEMBER_HEADER;

import java.util.BitSet;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * Which methods of a class file may carry one of some annotations. Any two bytes of their annotations may be the name of one; what looks like it
 * need not be it.
 */
final class AnnotatedMethods {
    private static final int TEXT = 1;

    private final ClassReader reader;
    private final char[] buffer;
    private final Predicate<String> wanted;
    private final BitSet asked = new BitSet();
    private final BitSet names = new BitSet();

    /**
     * Looks for annotations.
     *
     * @param reader a class file
     * @param wanted tells by their descriptors which
     */
    AnnotatedMethods(ClassReader reader, Predicate<String> wanted) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        this.wanted = wanted;
    }

    /** Tells whether any method may carry one. */
    boolean exist() {
        int[] methods = MethodOffsets.of(reader);
        for (int i = 0; i + 1 < methods.length; i++) {
            if (isAmong(methods[i])) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the method at an offset may carry one. */
    boolean isAmong(int method) {
        int at = method + MEMBER_HEADER + 2;
        for (int left = reader.readUnsignedShort(method + MEMBER_HEADER); left > 0; left--) {
            if (namesAnnotations(reader.readUTF8(at, buffer)) && namesWanted(at)) {
                return true;
            }
            at = MethodOffsets.afterAttribute(reader, at);
        }
        return false;
    }

    private static boolean namesAnnotations(String attribute) {
        return "RuntimeInvisibleAnnotations".equals(attribute) || "RuntimeVisibleAnnotations".equals(attribute);
    }

    private boolean namesWanted(int annotations) {
        int end = MethodOffsets.afterAttribute(reader, annotations) - 1;
        for (int at = annotations + ATTRIBUTE_HEADER; at < end; at++) {
            int index = reader.readUnsignedShort(at);
            if (index < reader.getItemCount() && isWanted(index, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted(int index, int at) {
        if (!asked.get(index)) {
            asked.set(index);
            names.set(index, isDescriptor(reader.getItem(index)) && wanted.test(reader.readUTF8(at, buffer)));
        }
        return names.get(index);
    }

    /** Whether a constant is a text that begins and ends as the descriptor of a class does. */
    private boolean isDescriptor(int constant) {
        if (constant == 0 || reader.readByte(constant - 1) != TEXT) {
            return false;
        }
        int length = reader.readUnsignedShort(constant);
        return length > 2 && reader.readByte(constant + 2) == 'L' && reader.readByte(constant + 1 + length) == ';';
    }
}
