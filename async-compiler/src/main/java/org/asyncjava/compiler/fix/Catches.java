package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.asyncjava.compiler.source.Meanings;

/** The clauses that would catch what a call throws: an await throws nothing that the compiler knows of, unless it is told. */
final class Catches {
    private static final String EXCEPTION = "java.lang.Exception";

    private final Meanings meanings;
    private final List<Type> types = new ArrayList<>();

    private Catches(Meanings meanings) {
        this.meanings = meanings;
    }

    static Catches around(Node call, Meanings meanings) {
        Catches catches = new Catches(meanings);
        Node child = call;
        for (Node at = call; at != null && !(at instanceof LambdaExpr) && !(at instanceof BodyDeclaration); at = at.getParentNode().orElse(null)) {
            if (at instanceof TryStmt attempt && (child == attempt.getTryBlock() || attempt.getResources().contains(child))) {
                attempt.getCatchClauses().forEach(clause -> {
                    Type type = clause.getParameter().getType();
                    catches.types.addAll(type instanceof UnionType union ? union.getElements() : List.of(type));
                });
            }
            child = at;
        }
        return catches;
    }

    boolean name(String className) {
        return types.stream().anyMatch(type -> meanings.types(type).contains(className));
    }

    /**
     * What an await has to be given, besides its operand, so that the clauses go on to compile.
     *
     * @param thrown whether a class is one that the call in its place throws
     * @return nothing, or a class behind a comma; empty if an await cannot be told all of it
     */
    Optional<String> told(Predicate<String> thrown) {
        List<Type> checked = types.stream().filter(this::isChecked).filter(type -> meanings.types(type).stream().anyMatch(thrown)).toList();
        List<Type> widest = checked.stream().filter(type -> checked.stream().noneMatch(other -> other != type && meanings.types(type)
                .contains(name(other)) && !name(other).equals(name(type)))).toList();
        Set<String> names = new java.util.TreeSet<>(widest.stream().map(Type::asString).toList());
        return names.size() > 1 || types.stream().anyMatch(type -> meanings.types(type).isEmpty()) ? Optional.empty()
                : Optional.of(names.isEmpty() ? "" : ", " + names.iterator().next() + ".class");
    }

    private String name(Type type) {
        return meanings.className(type);
    }

    private boolean isChecked(Type type) {
        Set<String> above = meanings.types(type);
        return above.contains(EXCEPTION) && !above.contains("java.lang.RuntimeException") && !name(type).equals(EXCEPTION);
    }
}
