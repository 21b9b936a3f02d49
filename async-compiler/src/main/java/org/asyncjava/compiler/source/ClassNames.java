package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Names of classes for messages, as javac gives them in class files: local and anonymous ones, bodies of enum constants among them, are counted within the class around them. */
final class ClassNames {
    private final SourceFile file;
    private final Deque<String> around = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    ClassNames(SourceFile file) {
        this.file = file;
    }

    /** Enters a class, in the order of the source. */
    void enter(Node type) {
        around.push(name(type));
    }

    void leave() {
        around.pop();
    }

    /** The class that was entered last, with dots. */
    String current() {
        return around.getFirst();
    }

    private String name(Node type) {
        if (around.isEmpty()) {
            String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
            return prefix + ((TypeDeclaration<?>) type).getNameAsString();
        }
        if (type instanceof ObjectCreationExpr || type instanceof EnumConstantDeclaration) {
            return numbered("");
        }
        TypeDeclaration<?> declared = (TypeDeclaration<?>) type;
        boolean isMember = declared.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent();
        return isMember ? current() + "$" + declared.getNameAsString() : numbered(declared.getNameAsString());
    }

    private String numbered(String name) {
        return current() + "$" + counts.merge(current() + "$" + name, 1, Integer::sum) + name;
    }
}
