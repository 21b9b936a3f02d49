package org.asyncjava.transformer.write;

import java.util.Iterator;
import org.asyncjava.transformer.read.ClassRead;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the methods of a class in their order: those that were read from the tree, the others as copies of their bytes.
 *
 * <p>ASM copies what goes from a reader straight to a writer that has the reader's constants. So the class file is gone through once more;
 * at each method that is copied, those that stand before it in the tree are written first.
 */
final class MethodCopies extends ClassVisitor {
    private final ClassWriter writer;
    private final Iterator<MethodNode> methods;
    private final Iterator<MethodNode> unread;
    private MethodNode nextCopy;

    private MethodCopies(ClassRead read, ClassWriter writer) {
        super(Opcodes.ASM9);
        this.writer = writer;
        this.methods = read.node().methods.iterator();
        this.unread = read.unread().iterator();
        this.nextCopy = unread.next();
    }

    /**
     * Writes a class.
     *
     * @param read a class with methods that were not read
     * @param writer made with its reader
     */
    static void write(ClassRead read, ClassWriter writer) {
        read.node().accept(new WithoutMethods(writer));
        MethodCopies copies = new MethodCopies(read, writer);
        read.reader().accept(copies, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        copies.writeUpTo(null);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        if (nextCopy == null || !nextCopy.name.equals(name) || !nextCopy.desc.equals(descriptor)) {
            return null;
        }
        writeUpTo(nextCopy);
        nextCopy = unread.hasNext() ? unread.next() : null;
        return writer.visitMethod(access, name, descriptor, signature, exceptions);
    }

    private void writeUpTo(MethodNode copied) {
        while (methods.hasNext()) {
            MethodNode method = methods.next();
            if (method == copied) {
                return;
            }
            method.accept(writer);
        }
    }

    /** Keeps the methods of a class from a writer. */
    private static final class WithoutMethods extends ClassVisitor {
        WithoutMethods(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return null;
        }
    }
}
