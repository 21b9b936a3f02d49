package org.asyncjava.transformer.read;

import org.objectweb.asm.ClassReader;

/** Whether a class can have anything to transform. */
public final class AsyncClass {
    private AsyncClass() {
    }

    /**
     * Tells whether a class can contain an async method, an await or an entry point, also one that an annotation of the program's own makes.
     *
     * @param classFile any bytes
     * @param classPath where annotations are found
     * @return false if it contains none, as far as can be seen
     */
    public static boolean mayBe(byte[] classFile, ClassPath classPath) {
        return ConstantPoolScan.mentionsAsync(classFile) || ConstantPoolScan.mentionsAnnotations(classFile) && hasEntry(classFile, classPath);
    }

    private static boolean hasEntry(byte[] classFile, ClassPath classPath) {
        try {
            ClassReader reader = new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST));
            return new AnnotatedMethods(reader, new EntryAnnotations(classPath)::makeEntry).exist();
        } catch (RuntimeException damage) {
            // It names nothing of ours, so it is not ours to refuse: the JVM says what is wrong with it, if it minds.
            return false;
        }
    }
}
