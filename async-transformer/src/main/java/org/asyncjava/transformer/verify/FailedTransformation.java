package org.asyncjava.transformer.verify;

import java.util.Optional;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.tree.ClassNode;

/** Finds out after a transformation has failed unexpectedly whether the class file is to blame or the transformer. */
public final class FailedTransformation {
    private FailedTransformation() {
    }

    /**
     * Explains a failure.
     *
     * @param className internal name of the class
     * @param classFile its bytes as they were given, such that they can be read
     * @param failure what was thrown
     * @param classPath where other classes are found
     * @return the exception for the user, with the failure as its cause
     */
    public static TransformationException explained(String className, byte[] classFile, Throwable failure, ClassPath classPath) {
        String name = className.replace('/', '.');
        if (failure instanceof LimitExceededException) {
            return new TransformationException(name + " is too large, or its code too entangled, to be transformed: divide its methods into several",
                    failure);
        }
        return new TransformationException(damage(className, classFile, classPath)
                .map(found -> "the class file of " + name + " is damaged, compile it again: " + found)
                .orElseGet(() -> name + " cannot be transformed because of a defect in async-java, please report it: " + failure + origin(failure)),
                failure);
    }

    private static Optional<String> damage(String className, byte[] classFile, ClassPath classPath) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            writer.toByteArray();
            return ClassVerifier.firstDefect(className, classFile, classPath);
        } catch (RuntimeException | StackOverflowError damage) {
            return Optional.of("it refers to what it does not contain, or nests too deeply (" + damage + ")");
        }
    }

    private static String origin(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
