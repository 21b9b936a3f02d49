package org.asyncjava.compiler.symbols;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Writes what a symbol says about a class in the form of a class file. */
final class ClassStub {
    private static final String ASYNC = "org.asyncjava.Async";
    private static final String OBJECT = "java/lang/Object";
    private static final Map<Modifier, Integer> FLAGS = Map.of(
            Modifier.PUBLIC, Opcodes.ACC_PUBLIC, Modifier.PROTECTED, Opcodes.ACC_PROTECTED, Modifier.PRIVATE, Opcodes.ACC_PRIVATE,
            Modifier.STATIC, Opcodes.ACC_STATIC, Modifier.FINAL, Opcodes.ACC_FINAL, Modifier.ABSTRACT, Opcodes.ACC_ABSTRACT,
            Modifier.NATIVE, Opcodes.ACC_NATIVE, Modifier.SYNCHRONIZED, Opcodes.ACC_SYNCHRONIZED);
    private static final Map<ElementKind, Integer> KINDS = Map.of(
            ElementKind.INTERFACE, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, ElementKind.ENUM, Opcodes.ACC_ENUM,
            ElementKind.ANNOTATION_TYPE, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_ANNOTATION);

    private final SymbolClasses classes;
    private final ClassWriter writer = new ClassWriter(0);

    ClassStub(SymbolClasses classes) {
        this.classes = classes;
    }

    byte[] of(TypeElement type) {
        String name = classes.internalName(type);
        int flags = flags(type.getModifiers()) | KINDS.getOrDefault(type.getKind(), 0);
        String[] interfaces = type.getInterfaces().stream().map(this::internalName).toArray(String[]::new);
        writer.visit(Opcodes.V17, flags & ~Opcodes.ACC_STATIC, name, null, superName(type, name), interfaces);
        if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
            innerClass(type, name, flags);
        }
        type.getPermittedSubclasses().forEach(permitted -> writer.visitPermittedSubclass(internalName(permitted)));
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            annotations(type);
        }
        constants(type.getEnclosedElements());
        methods(type.getEnclosedElements());
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void innerClass(TypeElement type, String name, int flags) {
        String outer = type.getNestingKind() == NestingKind.MEMBER ? classes.internalName((TypeElement) type.getEnclosingElement()) : null;
        String simpleName = type.getNestingKind() == NestingKind.ANONYMOUS ? null : type.getSimpleName().toString();
        writer.visitInnerClass(name, outer, simpleName, flags);
    }

    private String superName(TypeElement type, String name) {
        if (name.equals(OBJECT)) {
            return null;
        }
        return type.getSuperclass() instanceof DeclaredType ? internalName(type.getSuperclass()) : OBJECT;
    }

    private void annotations(TypeElement type) {
        type.getAnnotationMirrors().forEach(annotation ->
                writer.visitAnnotation("L" + internalName(annotation.getAnnotationType()) + ";", false).visitEnd());
    }

    private void constants(List<? extends Element> members) {
        for (VariableElement field : ElementFilter.fieldsIn(members)) {
            if (field.getConstantValue() != null) {
                writer.visitField(flags(field.getModifiers()), field.getSimpleName().toString(), classes.descriptor(field.asType()), null,
                        constant(field.getConstantValue()));
            }
        }
    }

    /** Class files keep the small types as int. */
    private static Object constant(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        if (value instanceof Character character) {
            return (int) character;
        }
        return value instanceof Byte || value instanceof Short ? ((Number) value).intValue() : value;
    }

    private void methods(List<? extends Element> members) {
        for (Element member : members) {
            if (member instanceof ExecutableElement method && isNoInitialiser(method)) {
                int flags = flags(method.getModifiers()) | (method.isVarArgs() ? Opcodes.ACC_VARARGS : 0);
                var visitor = writer.visitMethod(flags, method.getSimpleName().toString(), descriptor(method), null, null);
                if (isAsync(method)) {
                    visitor.visitAnnotation("L" + ASYNC.replace('.', '/') + ";", false).visitEnd();
                }
                visitor.visitEnd();
            }
        }
    }

    private static boolean isNoInitialiser(ExecutableElement method) {
        return !method.getSimpleName().contentEquals("<clinit>") && !method.getSimpleName().isEmpty();
    }

    private static boolean isAsync(ExecutableElement method) {
        return method.getAnnotationMirrors().stream().anyMatch(annotation ->
                ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().contentEquals(ASYNC));
    }

    private String descriptor(ExecutableElement method) {
        StringBuilder descriptor = new StringBuilder("(");
        method.getParameters().forEach(parameter -> descriptor.append(classes.descriptor(parameter.asType())));
        return descriptor.append(')').append(classes.descriptor(method.getReturnType())).toString();
    }

    private String internalName(TypeMirror type) {
        return classes.internalName((TypeElement) ((DeclaredType) type).asElement());
    }

    private static int flags(Set<Modifier> modifiers) {
        return modifiers.stream().mapToInt(modifier -> FLAGS.getOrDefault(modifier, 0)).reduce(0, (one, other) -> one | other);
    }
}
