package org.asyncjava.transformer.read;

import static org.asyncjava.transformer.read.MethodOffsets.ATTRIBUTE_HEADER;
import static org.asyncjava.transformer.read.MethodOffsets.MEMBER_HEADER;

import java.util.BitSet;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Which methods of a class file have to be read: those that may carry {@code @Async} or {@code @Generator} or be an entry point, those that may call
 * a marker, and lambdas that may close what is closed by awaiting.
 *
 * <p>Most methods of most classes do neither, and to read the code of one takes far longer than to look through its bytes. What looks like a
 * call need not be one, as instructions are not told apart from their operands; then a method is read in vain.
 */
final class AsyncCode {
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int METHOD_HANDLE = 15;
    /** Past the sizes of stack and locals and the length of the code. */
    private static final int CODE = ATTRIBUTE_HEADER + 8;
    private static final BitSet NONE = new BitSet();

    private final ClassReader reader;
    private final char[] buffer;
    private final AnnotatedMethods marked;
    private final AsyncCloses closing;
    private final BitSet markers = new BitSet();
    private final BitSet closes = new BitSet();
    private boolean refersToMarker;

    private AsyncCode(ClassReader reader, ClassPath classPath) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        this.closing = new AsyncCloses(classPath);
        this.marked = new AnnotatedMethods(reader, new Marks(new EntryAnnotations(classPath)));
        for (int i = 1; i < reader.getItemCount(); i++) {
            lookAt(i, reader.getItem(i));
        }
    }

    /** The annotations of methods that are transformed. */
    private record Marks(EntryAnnotations entries) implements Predicate<String> {
        @Override
        public boolean test(String annotation) {
            return annotation.equals(Markers.ASYNC) || annotation.equals(Markers.GENERATOR) || entries.makeEntry(annotation);
        }
    }

    /**
     * Finds the methods.
     *
     * @param reader a class file
     * @param classPath where annotations are found
     * @return their positions in the class file; all of them where there is a reference to a marker, which any code may load
     * @throws RuntimeException whatever reading a damaged class file throws
     */
    static BitSet of(ClassReader reader, ClassPath classPath) {
        AsyncCode code = new AsyncCode(reader, classPath);
        int[] methods = MethodOffsets.of(reader);
        BitSet found = new BitSet(methods.length);
        for (int i = 0; i + 1 < methods.length; i++) {
            found.set(i, code.refersToMarker || code.marked.isAmong(methods[i]) || code.isIn(methods[i]));
        }
        return found;
    }

    private void lookAt(int index, int at) {
        if (at > 0) {
            int tag = reader.readByte(at - 1);
            if ((tag == METHOD || tag == INTERFACE_METHOD) && isOfMarker(at)) {
                markers.set(index);
            } else if ((tag == METHOD || tag == INTERFACE_METHOD) && isOfResource(at)) {
                closes.set(index);
            } else if (tag == METHOD_HANDLE && isOfMarker(reader.getItem(reader.readUnsignedShort(at + 1)))) {
                refersToMarker = true;
            }
        }
    }

    private boolean isOfMarker(int member) {
        return Markers.isMarkerClass(reader.readClass(member, buffer));
    }

    private boolean isOfResource(int member) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(member + 2));
        return AsyncCloses.isClose(reader.readUTF8(nameAndType, buffer), reader.readUTF8(nameAndType + 2, buffer))
                && closing.isResource(reader.readClass(member, buffer));
    }

    private boolean isIn(int method) {
        boolean mayBeLambda = (reader.readUnsignedShort(method) & Opcodes.ACC_SYNTHETIC) != 0;
        BitSet closesOfLambda = mayBeLambda ? closes : NONE;
        int at = method + MEMBER_HEADER + 2;
        for (int left = reader.readUnsignedShort(method + MEMBER_HEADER); left > 0; left--) {
            String name = reader.readUTF8(at, buffer);
            if ("Code".equals(name) && suspends(at + CODE, reader.readInt(at + CODE - 4), closesOfLambda)) {
                return true;
            }
            at = MethodOffsets.afterAttribute(reader, at);
        }
        return false;
    }

    private boolean suspends(int code, int length, BitSet closesOfLambda) {
        for (int at = code; at < code + length - 2; at++) {
            int opcode = reader.readByte(at);
            if (opcode == Opcodes.INVOKESTATIC && markers.get(reader.readUnsignedShort(at + 1))
                    || AsyncCloses.isOfReceiver(opcode) && closesOfLambda.get(reader.readUnsignedShort(at + 1))) {
                return true;
            }
        }
        return false;
    }
}
