package org.asyncjava.compiler.tree;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** What types promise: those that stand for a later value, and the value that they stand for. */
final class Promised {
    private static final String STAGE = "java.util.concurrent.CompletionStage";
    private static final String AWAITABLE = "org.asyncjava.Awaitable";

    private static final List<String> ELEMENTS = List.of("java.lang.Iterable", "java.util.Iterator", "java.util.stream.Stream",
            "org.asyncjava.runtime.AsyncIterable", "org.asyncjava.runtime.AsyncIterator");

    private final Symbols symbols;

    Promised(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Whether it can be awaited. */
    boolean isResult(TypeMirror type) {
        return symbols.isSubtype(type, STAGE) || symbols.isSubtype(type, AWAITABLE);
    }

    /** Whether it is known, and a type of values. */
    boolean isValue(TypeMirror type) {
        TypeKind kind = type.getKind();
        return kind.isPrimitive() || kind == TypeKind.DECLARED || kind == TypeKind.ARRAY || kind == TypeKind.TYPEVAR;
    }

    boolean isPlainFuture(TypeMirror type) {
        return symbols.isSubtype(type, "java.util.concurrent.Future");
    }

    /** A stage, an array of them, or a collection. */
    boolean isStageOrSeveral(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isStageOrSeveral(array.getComponentType());
        }
        return symbols.isSubtype(type, STAGE)
                || argumentOf(type, "java.lang.Iterable").filter(element -> symbols.isSubtype(element, STAGE)).isPresent();
    }

    /** What an await of it yields, as far as that is written down. */
    Optional<TypeMirror> by(TypeMirror operand) {
        return operand == null ? Optional.empty() : argumentOf(operand, STAGE).or(() -> argumentOf(operand, AWAITABLE)).filter(this::isValue);
    }

    /** What the elements of a generator's result are, as far as that is written down. */
    Optional<TypeMirror> element(TypeMirror result) {
        return ELEMENTS.stream().map(generic -> argumentOf(result, generic)).flatMap(Optional::stream).findFirst().filter(this::isValue);
    }

    private Optional<TypeMirror> argumentOf(TypeMirror type, String generic) {
        if (type instanceof DeclaredType declared && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(generic)) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return arguments.isEmpty() ? Optional.empty()
                    : arguments.get(0) instanceof WildcardType wildcard ? Optional.ofNullable(wildcard.getExtendsBound()) : Optional.of(arguments.get(0));
        }
        return symbols.directSupertypes(type).stream().map(above -> argumentOf(above, generic)).flatMap(Optional::stream).findFirst();
    }
}
