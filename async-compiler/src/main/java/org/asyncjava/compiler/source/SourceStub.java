package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes what a declaration in a source says in the form of a class file. */
final class SourceStub {
    private static final Map<Modifier.Keyword, Integer> FLAGS = Map.of(
            Modifier.Keyword.PUBLIC, Opcodes.ACC_PUBLIC, Modifier.Keyword.PROTECTED, Opcodes.ACC_PROTECTED,
            Modifier.Keyword.PRIVATE, Opcodes.ACC_PRIVATE, Modifier.Keyword.STATIC, Opcodes.ACC_STATIC,
            Modifier.Keyword.FINAL, Opcodes.ACC_FINAL, Modifier.Keyword.ABSTRACT, Opcodes.ACC_ABSTRACT,
            Modifier.Keyword.NATIVE, Opcodes.ACC_NATIVE);

    private static final int CONSTANT = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM;

    private final Names names;
    private final ClassWriter writer = new ClassWriter(0);

    SourceStub(Names names) {
        this.names = names;
    }

    byte[] of(String internalName, TypeDeclaration<?> type) {
        int flags = flags(type.getModifiers()) | implied(type);
        writer.visit(Opcodes.V17, flags & ~Opcodes.ACC_STATIC, internalName, null, superclass(type), interfaces(type));
        if (type.isNestedType()) {
            writer.visitInnerClass(internalName, null, type.getNameAsString(), flags);
        }
        if (type.hasModifier(Modifier.Keyword.SEALED)) {
            writer.visitPermittedSubclass(internalName);
        }
        if (type instanceof AnnotationDeclaration) {
            type.getAnnotations().forEach(annotation -> writer.visitAnnotation(names.descriptorOf(annotation), false).visitEnd());
        }
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof MethodDeclaration method) {
                method(method, flags);
            } else if (member instanceof ConstructorDeclaration constructor) {
                constructor(flags(constructor.getModifiers()), constructor.getParameters());
            } else if (member instanceof FieldDeclaration field) {
                int fieldFlags = flags(field.getModifiers());
                field.getVariables().forEach(variable -> field(fieldFlags, variable.getNameAsString(), names.descriptor(variable.getType())));
            }
        }
        if (type instanceof EnumDeclaration declaration) {
            declaration.getEntries().forEach(constant -> field(CONSTANT, constant.getNameAsString(), "L" + internalName + ";"));
        }
        if (type instanceof RecordDeclaration declaration) {
            declaration.getParameters().forEach(component -> accessor(component, declaration));
        }
        if (type.isClassOrInterfaceDeclaration() && type.getConstructors().isEmpty() && (flags & Opcodes.ACC_INTERFACE) == 0) {
            constructor(flags & Opcodes.ACC_PUBLIC, new NodeList<>());
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void field(int flags, String name, String descriptor) {
        writer.visitField(flags, name, descriptor, null, null).visitEnd();
    }

    private static int implied(TypeDeclaration<?> type) {
        boolean isInterface = type instanceof AnnotationDeclaration || type instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface();
        boolean memberOfInterface = type.getParentNode().filter(SourceStub::isInterface).isPresent();
        return (type instanceof AnnotationDeclaration ? Opcodes.ACC_ANNOTATION : 0) | (isInterface ? Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT : 0)
                | (isInterface || memberOfInterface || type instanceof EnumDeclaration || type instanceof RecordDeclaration ? Opcodes.ACC_STATIC : 0)
                | (memberOfInterface ? Opcodes.ACC_PUBLIC : 0);
    }

    static boolean isInterface(com.github.javaparser.ast.Node node) {
        return node instanceof ClassOrInterfaceDeclaration declaration && declaration.isInterface();
    }

    private String superclass(TypeDeclaration<?> type) {
        if (type instanceof EnumDeclaration) {
            return "java/lang/Enum";
        }
        if (type instanceof RecordDeclaration) {
            return "java/lang/Record";
        }
        boolean extended = type instanceof ClassOrInterfaceDeclaration declaration && !declaration.isInterface()
                && declaration.getExtendedTypes().isNonEmpty();
        return extended ? names.internalName(((ClassOrInterfaceDeclaration) type).getExtendedTypes(0)) : "java/lang/Object";
    }

    private String[] interfaces(TypeDeclaration<?> type) {
        List<ClassOrInterfaceType> above = List.of();
        if (type instanceof ClassOrInterfaceDeclaration declaration) {
            above = declaration.isInterface() ? declaration.getExtendedTypes() : declaration.getImplementedTypes();
        } else if (type instanceof EnumDeclaration declaration) {
            above = declaration.getImplementedTypes();
        } else if (type instanceof RecordDeclaration declaration) {
            above = declaration.getImplementedTypes();
        }
        return above.stream().map(names::internalName).toArray(String[]::new);
    }

    private void method(MethodDeclaration method, int ownerFlags) {
        int flags = flags(method.getModifiers());
        if ((ownerFlags & Opcodes.ACC_INTERFACE) != 0) {
            flags |= method.getBody().isPresent() ? 0 : Opcodes.ACC_ABSTRACT;
            flags |= method.isPrivate() ? 0 : Opcodes.ACC_PUBLIC;
        }
        flags |= method.getParameters().stream().anyMatch(Parameter::isVarArgs) ? Opcodes.ACC_VARARGS : 0;
        StringBuilder descriptor = parameters(method.getParameters()).append(names.descriptor(method.getType()));
        MethodVisitor visitor = writer.visitMethod(flags, method.getNameAsString(), descriptor.toString(), signature(method.getType()), null);
        method.getAnnotations().forEach(annotation ->
                visitor.visitAnnotation(names.isAsync(annotation) ? "Lorg/asyncjava/Async;" : names.descriptorOf(annotation), false).visitEnd());
        visitor.visitEnd();
    }

    /** What reads a component, unless the record has written it itself (JLS 8.10.3). */
    private void accessor(Parameter component, RecordDeclaration declaration) {
        if (declaration.getMethodsBySignature(component.getNameAsString()).isEmpty()) {
            String result = (component.isVarArgs() ? "[" : "") + names.descriptor(component.getType());
            writer.visitMethod(Opcodes.ACC_PUBLIC, component.getNameAsString(), "()" + result, signature(component.getType()), null).visitEnd();
        }
    }

    /** Tells no more than whether the result is of a type that callers choose. */
    private String signature(Type result) {
        return result instanceof ClassOrInterfaceType named && names.isTypeVariable(named) ? "()T" + named.getNameAsString() + ";" : null;
    }

    private void constructor(int flags, NodeList<Parameter> parameters) {
        writer.visitMethod(flags, "<init>", parameters(parameters).append('V').toString(), null, null).visitEnd();
    }

    private StringBuilder parameters(NodeList<Parameter> parameters) {
        StringBuilder descriptor = new StringBuilder("(");
        parameters.forEach(parameter -> descriptor.append(parameter.isVarArgs() ? "[" : "").append(names.descriptor(parameter.getType())));
        return descriptor.append(')');
    }

    private static int flags(NodeList<Modifier> modifiers) {
        return modifiers.stream().mapToInt(modifier -> FLAGS.getOrDefault(modifier.getKeyword(), 0)).reduce(0, (one, other) -> one | other);
    }
}
