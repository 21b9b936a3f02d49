package org.asyncjava.transformer.plan;

import java.util.function.Predicate;
import org.asyncjava.transformer.read.ClassOutline;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which types a class may surely name in a cast: those of its own package, and public ones that are on the class path. */
final class CastableTypes implements Predicate<String> {
    private final String ownerPackage;
    private final ClassPath classPath;

    /**
     * The types castable in a class.
     *
     * @param owner internal name of the class
     * @param classPath where other classes are found
     */
    CastableTypes(String owner, ClassPath classPath) {
        this.ownerPackage = packageOf(owner);
        this.classPath = classPath;
    }

    @Override
    public boolean test(String descriptor) {
        Type type = Type.getType(descriptor);
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() != Type.OBJECT || packageOf(element.getInternalName()).equals(ownerPackage)) {
            return true;
        }
        ClassOutline outline = classPath.outline(element.getInternalName()).orElse(null);
        return outline != null && outline.is(Opcodes.ACC_PUBLIC);
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/') + 1);
    }
}
