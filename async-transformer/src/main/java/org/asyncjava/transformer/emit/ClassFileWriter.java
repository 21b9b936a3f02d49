package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;

/** Writes class files. Frames are those that the tree has; only the sizes of stack and locals are computed. */
public final class ClassFileWriter {
    private ClassFileWriter() {
    }

    /**
     * Writes a class that was read and changed. Methods that were not read are copied, with all constants, as they are in the class file.
     *
     * @param read the class with all its frames
     * @return its class file
     * @throws TransformationException if a method, or the class, has grown beyond what a class file can hold
     */
    public static byte[] write(ClassRead read) {
        if (read.unread().isEmpty()) {
            return write(read.node());
        }
        ClassWriter writer = new ClassWriter(read.reader(), ClassWriter.COMPUTE_MAXS);
        MethodCopies.write(read, writer);
        return classFile(writer);
    }

    /**
     * Writes a class that is new.
     *
     * @param node the class with all its frames
     * @return its class file
     * @throws TransformationException if a method, or the class, has grown beyond what a class file can hold
     */
    public static byte[] write(ClassNode node) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return classFile(writer);
    }

    private static byte[] classFile(ClassWriter writer) {
        try {
            return writer.toByteArray();
        } catch (MethodTooLargeException tooLarge) {
            throw new TransformationException(tooLarge.getClassName().replace('/', '.') + "." + tooLarge.getMethodName()
                    + " is too large: with its awaits it needs " + tooLarge.getCodeSize()
                    + " bytes of code, and a method can have 65535 (JVMS 4.7.3); divide it into several methods.", tooLarge);
        } catch (ClassTooLargeException tooLarge) {
            throw new TransformationException(tooLarge.getClassName().replace('/', '.') + " is too large: with its state machines it needs "
                    + tooLarge.getConstantPoolCount() + " constants, and a class can have 65535; divide it into several classes.", tooLarge);
        }
    }
}
