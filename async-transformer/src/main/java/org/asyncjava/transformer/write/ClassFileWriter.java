package org.asyncjava.transformer.write;

import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.read.ClassConstants;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/** Writes class files. Frames are those that the tree has; only the sizes of stack and locals are computed. */
public final class ClassFileWriter {
    private ClassFileWriter() {
    }

    /**
     * Writes a class that was read and changed. Methods that were not read are copied, with all constants, as they are in the class file.
     *
     * @param read the class with all its frames; its list of inner classes is completed
     * @param machines its machines
     * @param classPath where inner classes are found
     * @return its class file
     * @throws TransformationException if a method, or the class, has grown beyond what a class file can hold
     */
    public static byte[] write(ClassRead read, List<ClassNode> machines, ClassPath classPath) {
        for (ClassNode machine : machines) {
            InnerClasses.list(machine.name, read.node());
        }
        byte[] classFile = written(read);
        boolean isComplete = complete(read.node(), InnerClasses.missing(classFile, read.node(), ClassConstants.of(read.reader()), List.of(), classPath));
        return isComplete ? classFile : written(read);
    }

    /**
     * Writes the class of a machine.
     *
     * @param machine the class with all its frames; its list of inner classes is completed
     * @param owner the user's class, which has been written
     * @param classPath where inner classes are found
     * @return its class file
     * @throws TransformationException if a method, or the class, has grown beyond what a class file can hold
     */
    public static byte[] write(ClassNode machine, ClassNode owner, ClassPath classPath) {
        InnerClasses.list(machine.name, machine);
        byte[] classFile = written(machine);
        boolean isComplete = complete(machine, InnerClasses.missing(classFile, machine, Set.of(), owner.innerClasses, classPath));
        return isComplete ? classFile : written(machine);
    }

    /** Which classes a class mentions is in the file only, so that one with entries to add is written once more. */
    private static boolean complete(ClassNode node, List<InnerClassNode> missing) {
        node.innerClasses.addAll(missing);
        return missing.isEmpty();
    }

    private static byte[] written(ClassRead read) {
        if (read.unread().isEmpty()) {
            return written(read.node());
        }
        ClassWriter writer = new ClassWriter(read.reader(), ClassWriter.COMPUTE_MAXS);
        MethodCopies.write(read, writer);
        return classFile(writer);
    }

    private static byte[] written(ClassNode node) {
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
