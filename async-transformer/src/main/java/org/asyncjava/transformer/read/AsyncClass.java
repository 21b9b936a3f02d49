package org.asyncjava.transformer.read;

import java.util.function.Predicate;
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
        return ConstantPoolScan.mentionsAsync(classFile)
                || ConstantPoolScan.mentionsAnnotations(classFile)
                        && is(classFile, reader -> new AnnotatedMethods(reader, new EntryAnnotations(classPath)::makeEntry).exist())
                || ConstantPoolScan.mentionsClosingLambda(classFile) && is(classFile, reader -> !AsyncCode.of(reader, classPath).isEmpty());
    }

    private static boolean is(byte[] classFile, Predicate<ClassReader> wanted) {
        try {
            return wanted.test(new ClassReader(ClassFileHeader.withMajorVersionAtMost(classFile, ClassRead.NEWEST)));
        } catch (RuntimeException damage) {
            // It names nothing of ours, so it is not ours to refuse: the JVM says what is wrong with it, if it minds.
            return false;
        }
    }
}
