package org.asyncjava.transformer.read;

import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Leaves out the attributes of code that nobody knows. What they say of places in the code is no longer so when the code is another, and
 * ASM would write them as attributes of the method, where their names may mean something.
 */
final class StandardCode extends ClassVisitor {
    StandardCode(ClassVisitor visitor) {
        super(Opcodes.ASM9, visitor);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            private boolean inCode;

            @Override
            public void visitCode() {
                inCode = true;
                super.visitCode();
            }

            @Override
            public void visitAttribute(Attribute attribute) {
                if (!inCode) {
                    super.visitAttribute(attribute);
                }
            }
        };
    }
}
