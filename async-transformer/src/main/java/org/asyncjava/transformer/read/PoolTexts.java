package org.asyncjava.transformer.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** The names and descriptors in a class file. ASM takes any text for one; no JVM does. */
final class PoolTexts {
    private static final int CLASS = 7;
    private static final int NAME_AND_TYPE = 12;

    private final ClassReader reader;
    private final char[] buffer;
    /** Few names are long, but very many constants may be of the same one. */
    private final Set<Integer> soundNames = new HashSet<>();
    private final Set<Integer> soundDescriptors = new HashSet<>();

    private PoolTexts(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
    }

    /**
     * Looks for a text that stands where a name or a descriptor should.
     *
     * @param reader a class file
     * @param node what it says
     * @return the first such text
     */
    static Optional<String> firstUnsound(ClassReader reader, ClassNode node) {
        String declared = node.name.startsWith("[") ? node.name : firstDeclared(node);
        return Optional.ofNullable(declared != null ? declared : new PoolTexts(reader).firstUsed());
    }

    private static String firstDeclared(ClassNode node) {
        Optional<String> annotation = firstUnsound(Markers.annotations(node.visibleAnnotations, node.invisibleAnnotations));
        if (annotation.isPresent()) {
            return annotation.get();
        }
        for (FieldNode field : node.fields) {
            if (!Descriptors.isSound(field.desc)) {
                return field.desc;
            }
        }
        for (MethodNode method : node.methods) {
            if (!Descriptors.isMemberName(method.name) || !Descriptors.isSound(method.desc)) {
                return method.name + method.desc;
            }
            annotation = firstUnsound(Markers.annotations(method.visibleAnnotations, method.invisibleAnnotations));
            if (annotation.isPresent()) {
                return annotation.get();
            }
        }
        return null;
    }

    private static Optional<String> firstUnsound(List<String> annotations) {
        for (String descriptor : annotations) {
            if (!Descriptors.isClass(descriptor)) {
                return Optional.of(descriptor);
            }
        }
        return Optional.empty();
    }

    private String firstUsed() {
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            int tag = at > 0 ? reader.readByte(at - 1) : 0;
            if (tag == CLASS && soundNames.add(-reader.readUnsignedShort(at)) && !Descriptors.isClassName(text(at))) {
                return text(at);
            }
            if (tag == NAME_AND_TYPE && (soundNames.add(reader.readUnsignedShort(at)) && !Descriptors.isMemberName(text(at))
                    || soundDescriptors.add(reader.readUnsignedShort(at + 2)) && !Descriptors.isSound(text(at + 2)))) {
                return text(at) + text(at + 2);
            }
        }
        return null;
    }

    /** The empty text, which is nothing's name, where there is a reference to none. */
    private String text(int reference) {
        String text = reader.readUTF8(reference, buffer);
        return text == null ? "" : text;
    }
}
