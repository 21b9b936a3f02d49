package org.asyncjava.compiler.symbols;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * The classes that a compiler knows: those it compiles and all that these use, from class path, module path or memory.
 *
 * <p>To be used on the compiler's thread, while it runs; class files also by others that it waits for, which get them one after the other.
 */
public final class SymbolClasses implements ClassPathEntry {
    private final Elements elements;
    private final Types types;
    /** What is thrown when Eclipse is asked for a class that it is about to compile, or when its user has had enough. */
    private static final String ECLIPSE_GIVES_UP = "org.eclipse.jdt.internal.compiler.problem.AbortCompilation";

    private final CompiledTypes compiled;
    /** For classes that cannot be found by name. In Eclipse's compiler the class behind an erased type has no members. */
    private final Map<String, TypeElement> mentioned = new HashMap<>();

    /**
     * Asks a compiler.
     *
     * @param elements its elements
     * @param types its types
     */
    public SymbolClasses(Elements elements, Types types) {
        this(elements, types, new CompiledTypes());
    }

    /**
     * Asks a compiler for what is not known.
     *
     * @param elements its elements
     * @param types its types
     * @param compiled what is known
     */
    public SymbolClasses(Elements elements, Types types, CompiledTypes compiled) {
        this.elements = elements;
        this.types = types;
        this.compiled = compiled;
    }

    /** {@inheritDoc} The class file has no code; of fields it has constants alone. */
    @Override
    public synchronized byte[] classFile(String internalName) {
        String binaryName = internalName.replace('/', '.');
        try {
            TypeElement found = compiled.covers(binaryName) ? compiled.find(binaryName) : find(binaryName);
            TypeElement type = found == null ? mentioned.get(internalName) : found;
            return type == null ? null : new ClassStub(this).of(type);
        } catch (RuntimeException failure) {
            if (failure.getClass().getName().equals(ECLIPSE_GIVES_UP)) {
                return null;
            }
            throw failure;
        }
    }

    /** Nested classes have dots in their canonical names where class files have dollar signs. */
    private TypeElement find(String binaryName) {
        TypeElement found = elements.getTypeElement(binaryName);
        int dollar = binaryName.lastIndexOf('$');
        while (found == null && dollar > 0) {
            binaryName = binaryName.substring(0, dollar) + '.' + binaryName.substring(dollar + 1);
            found = elements.getTypeElement(binaryName);
            dollar = binaryName.lastIndexOf('$');
        }
        return found;
    }

    /**
     * The internal name of a class, which can be asked for from then on, also if it is a local one.
     *
     * @param type the class
     * @return its binary name with slashes
     */
    public String internalName(TypeElement type) {
        String name = elements.getBinaryName(type).toString().replace('.', '/');
        mentioned.put(name, type);
        return name;
    }

    /**
     * The descriptor of a type after erasure.
     *
     * @param type any type that a method can return or take
     * @return as in class files
     */
    public String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
            case DECLARED -> "L" + internalName((TypeElement) ((DeclaredType) erased).asElement()) + ";";
            default -> erased.getKind() == TypeKind.VOID ? "V" : "Ljava/lang/Object;";
        };
    }

    /** There is nothing to close: the compiler owns its symbols. */
    @Override
    public void close() {
        mentioned.clear();
    }
}
