package org.asyncjava.transformer.read;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The descriptors that a class file refers to (JVMS 4.3). ASM takes any text for a descriptor; no JVM does. */
final class Descriptors {
    private static final int NAME_AND_TYPE = 12;
    private static final int NONE = -1;

    private Descriptors() {
    }

    /**
     * Looks for a text that stands where a descriptor should.
     *
     * @param reader a class file
     * @param node what it says
     * @return the first such text
     */
    static Optional<String> firstUnsound(ClassReader reader, ClassNode node) {
        Stream<String> declared = Stream.concat(node.fields.stream().map(field -> field.desc), node.methods.stream().map(method -> method.desc));
        return Stream.concat(declared, used(reader)).filter(text -> !isSound(text)).findFirst();
    }

    private static Stream<String> used(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        return IntStream.range(1, reader.getItemCount())
                .map(reader::getItem)
                .filter(at -> at > 0 && reader.readByte(at - 1) == NAME_AND_TYPE)
                .mapToObj(at -> reader.readUTF8(at + 2, buffer));
    }

    /**
     * Tells whether a text is a descriptor.
     *
     * @param text of a field or of a method
     * @return false if no JVM takes it for one
     */
    static boolean isSound(String text) {
        if (text == null || !text.startsWith("(")) {
            return text != null && afterType(text, 0) == text.length();
        }
        int at = 1;
        while (at != NONE && at < text.length() && text.charAt(at) != ')') {
            at = afterType(text, at);
        }
        return at != NONE && at < text.length() && (text.startsWith("V", at + 1) ? at + 2 : afterType(text, at + 1)) == text.length();
    }

    /** Where the type that begins at a place ends. */
    private static int afterType(String text, int begin) {
        int at = begin;
        while (text.startsWith("[", at)) {
            at++;
        }
        if (text.startsWith("L", at)) {
            return afterName(text, at + 1);
        }
        return at < text.length() && "BCDFIJSZ".indexOf(text.charAt(at)) >= 0 ? at + 1 : NONE;
    }

    /** Where the name of a class and its semicolon end; no part of it is empty. */
    private static int afterName(String text, int begin) {
        int end = text.indexOf(';', begin);
        if (end < 0) {
            return NONE;
        }
        String name = "/" + text.substring(begin, end) + "/";
        return name.contains("//") || name.indexOf('.') >= 0 || name.indexOf('[') >= 0 ? NONE : end + 1;
    }
}
