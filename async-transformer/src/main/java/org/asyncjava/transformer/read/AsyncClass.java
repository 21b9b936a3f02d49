package org.asyncjava.transformer.read;

import org.objectweb.asm.ClassReader;

/** Whether a class can have anything to transform. */
public final class AsyncClass {
    private AsyncClass() {
    }

    /**
     * Tells whether a class can contain an async method, an await or an entry point, also one that an annotation of the program's own makes, or a lambda that
     * is async by what it closes: neither has to name anything of ours.
     *
     * @param classFile any bytes
     * @param classPath where annotations are found
     * @return false if it contains none, as far as can be seen
     */
    public static boolean mayBe(byte[] classFile, ClassPath classPath) {
        return mayBe(ConstantPoolScan.of(classFile), classFile, classPath);
    }

    /**
     * Tells the same of a class whose constant pool has been looked through.
     *
     * @param pool what is mentioned in it
     * @param classFile any bytes
     * @param classPath where annotations are found
     * @return false if it contains none, as far as can be seen
     */
    public static boolean mayBe(ConstantPoolScan pool, byte[] classFile, ClassPath classPath) {
        return pool.mentionsAsync() || pool.mentionsAnnotations() && hasEntry(classFile, classPath)
                || pool.mentionsClosingLambda() && hasAsyncCode(classFile, classPath);
    }

    /** A damaged class that names nothing of ours is not ours to refuse: the JVM says what is wrong with it, if it minds. */
    private static boolean hasEntry(byte[] classFile, ClassPath classPath) {
        try {
            return new AnnotatedMethods(reader(classFile), new EntryAnnotations(classPath)).exist();
        } catch (RuntimeException damage) {
            return false;
        }
    }

    private static boolean hasAsyncCode(byte[] classFile, ClassPath classPath) {
        try {
            return !AsyncCode.of(reader(classFile), classPath).isEmpty();
        } catch (RuntimeException damage) {
            return false;
        }
    }

    private static ClassReader reader(byte[] classFile) {
        return new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST));
    }
}
