package org.asyncjava.transformer.read;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** The classes in the constant pool of a class file (JVMS 4.4.1). */
public final class ClassConstants {
    private static final int CLASS = 7;

    private ClassConstants() {
    }

    /**
     * Reads them.
     *
     * @param classFile a sound class file
     * @return internal names in the order of the pool, without arrays
     */
    public static Set<String> of(byte[] classFile) {
        return of(new ClassReader(classFile));
    }

    /**
     * Reads them.
     *
     * @param reader a sound class file
     * @return internal names in the order of the pool, without arrays
     */
    public static Set<String> of(ClassReader reader) {
        Set<String> names = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == CLASS) {
                String name = reader.readUTF8(at, buffer);
                if (!name.startsWith("[")) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
