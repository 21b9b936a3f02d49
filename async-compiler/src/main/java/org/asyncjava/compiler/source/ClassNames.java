package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.HashMap;
import java.util.Map;

/** Names of classes for messages, as javac gives them in class files: local and anonymous ones, bodies of enum constants among them, are counted within the class around them. */
final class ClassNames {
    private final SourceFile file;
    private final Map<String, Integer> counts = new HashMap<>();

    ClassNames(SourceFile file) {
        this.file = file;
    }

    /**
     * Names a class, once, in the order of the source.
     *
     * @param type the class
     * @param owner name of the class around it; null if there is none
     * @return its name, with dots
     */
    String of(Node type, String owner) {
        if (type instanceof ObjectCreationExpr || type instanceof EnumConstantDeclaration) {
            return numbered("", owner);
        }
        String name = ((TypeDeclaration<?>) type).getNameAsString();
        if (owner == null) {
            return file.packageName().isEmpty() ? name : file.packageName() + "." + name;
        }
        boolean isMember = type.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent();
        return isMember ? owner + "$" + name : numbered(name, owner);
    }

    private String numbered(String name, String owner) {
        return owner + "$" + counts.merge(owner + "$" + name, 1, Integer::sum) + name;
    }
}
