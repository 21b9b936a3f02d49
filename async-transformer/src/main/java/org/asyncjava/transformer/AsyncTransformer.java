package org.asyncjava.transformer;

import java.util.List;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.check.Violations;
import org.asyncjava.transformer.read.AsyncMethod;
import org.asyncjava.transformer.read.AsyncMethods;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.ConstantPoolScan;

/** Class file in, class file out: reads, selects, checks. Safe for use by several threads at once. */
public final class AsyncTransformer {
    private final ClassPath classPath;

    /**
     * Makes a transformer.
     *
     * @param classPath where other classes are found, those to be transformed included
     * @param options how to transform
     */
    public AsyncTransformer(ClassPath classPath, TransformerOptions options) {
        this.classPath = classPath;
    }

    /**
     * Transforms one class.
     *
     * @param classFile its bytes; not modified
     * @return the outcome; the same array in it if there was nothing to do
     * @throws TransformationException if the class is damaged, too new, or needs a type that is not on the class path
     */
    public Transformed transform(byte[] classFile) {
        if (!ConstantPoolScan.needsLook(classFile)) {
            return Transformed.unchanged("", classFile);
        }
        ClassRead read = ClassRead.of(classFile);
        if (read.isTransformed()) {
            return Transformed.unchanged(read.name(), classFile);
        }
        List<AsyncMethod> methods = AsyncMethods.of(read.node(), classPath);
        List<Violation> violations = Violations.of(read.node(), methods, classPath);
        return Transformed.refused(read.name(), classFile, violations);
    }
}
