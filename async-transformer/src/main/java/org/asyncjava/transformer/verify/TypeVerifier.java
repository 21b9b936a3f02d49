package org.asyncjava.transformer.verify;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/** ASM's verifier with a hierarchy that is read from class files: no class is loaded. */
final class TypeVerifier extends SimpleVerifier {
    private static final Type OBJECT = Type.getObjectType("java/lang/Object");

    private final WrittenTypes types;

    TypeVerifier(ClassNode node, WrittenTypes types) {
        super(Opcodes.ASM9, null, null, null, (node.access & Opcodes.ACC_INTERFACE) != 0);
        this.types = types;
    }

    @Override
    protected boolean isInterface(Type type) {
        return type.getSort() == Type.OBJECT && types.isInterface(type.getInternalName());
    }

    @Override
    protected Type getSuperClass(Type type) {
        if (type.getSort() == Type.ARRAY) {
            return OBJECT;
        }
        String superName = types.superName(type.getInternalName());
        return superName == null ? null : Type.getObjectType(superName);
    }

    @Override
    protected boolean isAssignableFrom(Type wanted, Type actual) {
        if (wanted.equals(actual) || wanted.equals(OBJECT) || isInterface(wanted)) {
            return true;
        }
        if (actual.getSort() == Type.ARRAY) {
            return wanted.getSort() == Type.ARRAY && isElementAssignable(wanted, actual);
        }
        return wanted.getSort() == Type.OBJECT && types.isSubtype(actual.getInternalName(), wanted.getInternalName());
    }

    private boolean isElementAssignable(Type wanted, Type actual) {
        Type wantedElement = Type.getType(wanted.getDescriptor().substring(1));
        Type actualElement = Type.getType(actual.getDescriptor().substring(1));
        boolean references = wantedElement.getSort() >= Type.ARRAY && actualElement.getSort() >= Type.ARRAY;
        return references ? isAssignableFrom(wantedElement, actualElement) : wantedElement.equals(actualElement);
    }
}
