package org.asyncjava.transformer.read;

import static org.asyncjava.transformer.read.MethodOffsets.ATTRIBUTE_HEADER;
import static org.asyncjava.transformer.read.MethodOffsets.MEMBER_HEADER;

import java.util.BitSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Which methods of a class file have to be read: those that may carry {@code @Async} or {@code @Generator} and those that may call a marker.
 *
 * <p>Most methods of most classes do neither, and to read the code of one takes far longer than to look through its bytes. What looks like a
 * call need not be one, as instructions are not told apart from their operands; then a method is read in vain.
 */
final class AsyncCode {
    private static final int TEXT = 1;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int METHOD_HANDLE = 15;
    /** Past the sizes of stack and locals and the length of the code. */
    private static final int CODE = ATTRIBUTE_HEADER + 8;

    private final ClassReader reader;
    private final char[] buffer;
    private final BitSet markers = new BitSet();
    private boolean refersToMarker;

    private AsyncCode(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            lookAt(i, reader.getItem(i));
        }
    }

    /**
     * Finds the methods.
     *
     * @param reader a class file
     * @return their positions in the class file; all of them where there is a reference to one, which any code may load
     * @throws RuntimeException whatever reading a damaged class file throws
     */
    static BitSet of(ClassReader reader) {
        AsyncCode code = new AsyncCode(reader);
        int[] methods = MethodOffsets.of(reader);
        BitSet found = new BitSet(methods.length);
        for (int i = 0; i + 1 < methods.length; i++) {
            found.set(i, code.refersToMarker || code.isIn(methods[i]));
        }
        return found;
    }

    private void lookAt(int index, int at) {
        if (at > 0) {
            int tag = reader.readByte(at - 1);
            if ((tag == METHOD || tag == INTERFACE_METHOD) && isOfMarker(at)) {
                markers.set(index);
            } else if (tag == METHOD_HANDLE && isOfMarker(reader.getItem(reader.readUnsignedShort(at + 1)))) {
                refersToMarker = true;
            }
        }
    }

    private boolean isOfMarker(int member) {
        return Markers.isMarkerClass(reader.readClass(member, buffer));
    }

    private boolean isIn(int method) {
        int at = method + MEMBER_HEADER + 2;
        for (int left = reader.readUnsignedShort(method + MEMBER_HEADER); left > 0; left--) {
            String name = reader.readUTF8(at, buffer);
            if ("Code".equals(name) ? callsMarker(at + CODE, reader.readInt(at + CODE - 4)) : namesAnnotations(name) && namesOurs(at)) {
                return true;
            }
            at = MethodOffsets.afterAttribute(reader, at);
        }
        return false;
    }

    private boolean callsMarker(int code, int length) {
        for (int at = code; at < code + length - 2; at++) {
            if (reader.readByte(at) == Opcodes.INVOKESTATIC && markers.get(reader.readUnsignedShort(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesAnnotations(String attribute) {
        return "RuntimeInvisibleAnnotations".equals(attribute) || "RuntimeVisibleAnnotations".equals(attribute);
    }

    /** Any two bytes may be the name of the annotation. */
    private boolean namesOurs(int annotations) {
        int end = MethodOffsets.afterAttribute(reader, annotations) - 1;
        for (int at = annotations + ATTRIBUTE_HEADER; at < end; at++) {
            int index = reader.readUnsignedShort(at);
            if (index < reader.getItemCount() && (isText(reader.getItem(index), Markers.ASYNC) || isText(reader.getItem(index), Markers.GENERATOR))) {
                return true;
            }
        }
        return false;
    }

    private boolean isText(int at, String text) {
        if (at == 0 || reader.readByte(at - 1) != TEXT || reader.readUnsignedShort(at) != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (reader.readByte(at + 2 + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
