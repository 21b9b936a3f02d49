package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads the wanted methods of a class and of the others their heads alone.
 *
 * <p>Leaves out the attributes of code that nobody knows. What they say of places in the code is no longer so when the code is another, and
 * ASM would write them as attributes of the method, where their names may mean something. Refuses code that takes a method for a field, or a field
 * for a method: ASM reads the member that an instruction names without a look at its kind.
 */
final class StandardCode extends ClassVisitor {
    private final ClassNode node;
    private final BitSet wanted;
    private final List<MethodNode> unread = new ArrayList<>();

    StandardCode(ClassNode node, BitSet wanted) {
        super(Opcodes.ASM9, node);
        this.node = node;
        this.wanted = wanted;
    }

    /** The methods that were not wanted, in their order. */
    List<MethodNode> unread() {
        return unread;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodNode method = new Method(access, name, descriptor, signature, exceptions);
        boolean read = wanted.get(node.methods.size());
        node.methods.add(method);
        if (!read) {
            unread.add(method);
        }
        return read ? method : null;
    }

    private final class Method extends MethodNode {
        private boolean inCode;

        Method(int access, String name, String descriptor, String signature, String[] exceptions) {
            super(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
        }

        @Override
        public void visitCode() {
            inCode = true;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String member, String descriptor) {
            requireKind(!Descriptors.isOfMethod(descriptor));
            super.visitFieldInsn(opcode, owner, member, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String member, String descriptor, boolean isInterface) {
            requireKind(Descriptors.isOfMethod(descriptor));
            super.visitMethodInsn(opcode, owner, member, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String member, String descriptor, Handle factory, Object... arguments) {
            requireKind(Descriptors.isOfMethod(descriptor));
            super.visitInvokeDynamicInsn(member, descriptor, factory, arguments);
        }

        private void requireKind(boolean isSound) {
            if (!isSound) {
                throw new TransformationException("the class file of " + node.name.replace('/', '.') + " is damaged: " + name + desc
                        + " takes a method for a field, or a field for a method; compile it again");
            }
        }

        @Override
        public void visitAttribute(Attribute attribute) {
            if (!inCode) {
                super.visitAttribute(attribute);
            }
        }
    }
}
