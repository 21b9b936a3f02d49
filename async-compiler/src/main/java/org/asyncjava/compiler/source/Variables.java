package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithVariables;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which variable a name means, found by going outwards from the place where it is used. */
final class Variables {
    private Variables() {
    }

    /**
     * A variable.
     *
     * @param type as it is declared, perhaps {@code var}; empty if it is not written or there are several possibilities
     * @param declaration where it is declared
     */
    record Variable(Optional<Type> type, Node declaration) {
        static Variable unknown(Node declaration) {
            return new Variable(Optional.empty(), declaration);
        }
    }

    static Optional<Variable> find(String name, Node use) {
        Node child = use;
        for (Node at = use.getParentNode().orElse(null); at != null; at = at.getParentNode().orElse(null)) {
            Optional<Variable> found = declaredBy(at, child, name);
            if (found.isPresent()) {
                return found;
            }
            child = at;
        }
        return Optional.empty();
    }

    private static Optional<Variable> declaredBy(Node at, Node child, String name) {
        if (at instanceof Statement || at instanceof SwitchEntry) {
            return ofStatement(at, child, name);
        }
        if (at instanceof LambdaExpr lambda) {
            return parameter(lambda.getParameters(), name);
        }
        if (at instanceof CatchClause clause) {
            return parameter(List.of(clause.getParameter()), name);
        }
        if (at instanceof CallableDeclaration<?> callable) {
            boolean hidden = callable.findAll(TypePatternExpr.class).stream().anyMatch(pattern -> pattern.getNameAsString().equals(name));
            return parameter(callable.getParameters(), name).or(() -> hidden ? Optional.of(Variable.unknown(callable)) : Optional.empty());
        }
        if (at instanceof TypeDeclaration<?> type) {
            return field(type.getMembers(), name)
                    .or(() -> type instanceof RecordDeclaration record ? parameter(record.getParameters(), name) : Optional.empty());
        }
        return at instanceof ObjectCreationExpr creation ? creation.getAnonymousClassBody().flatMap(body -> field(body, name)) : Optional.empty();
    }

    private static Optional<Variable> ofStatement(Node statement, Node child, String name) {
        if (statement instanceof ForStmt loop) {
            return variable(loop.getInitialization().stream(), name);
        }
        if (statement instanceof ForEachStmt loop) {
            return child == loop.getIterable() ? Optional.empty() : variable(Stream.of(loop.getVariable()), name);
        }
        if (statement instanceof TryStmt attempt) {
            boolean seen = child == attempt.getTryBlock() || attempt.getResources().contains(child);
            return seen ? variable(attempt.getResources().stream(), name) : Optional.empty();
        }
        return variable(statement.getChildNodes().stream().takeWhile(before -> before != child)
                .flatMap(before -> before.getChildNodes().stream()), name);
    }

    private static Optional<Variable> variable(Stream<? extends Node> nodes, String name) {
        return nodes.filter(VariableDeclarationExpr.class::isInstance).map(node -> declarator((VariableDeclarationExpr) node, name))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Variable> declarator(NodeWithVariables<?> declaration, String name) {
        return declaration.getVariables().stream().filter(variable -> variable.getNameAsString().equals(name)).findFirst()
                .map(variable -> new Variable(Optional.of(variable.getType()), variable));
    }

    private static Optional<Variable> parameter(List<Parameter> parameters, String name) {
        return parameters.stream().filter(parameter -> parameter.getNameAsString().equals(name)).findFirst()
                .map(parameter -> parameter.getType().isUnknownType() || parameter.isVarArgs()
                        ? Variable.unknown(parameter) : new Variable(Optional.of(parameter.getType()), parameter));
    }

    static Optional<Variable> field(NodeList<BodyDeclaration<?>> members, String name) {
        return members.stream().filter(BodyDeclaration::isFieldDeclaration)
                .map(member -> declarator((FieldDeclaration) member, name)).flatMap(Optional::stream).findFirst();
    }

    /** What a variable begins with, for one that is declared with {@code var}. */
    static Optional<Expression> initialValue(Variable variable) {
        return variable.declaration() instanceof VariableDeclarator declarator ? declarator.getInitializer() : Optional.empty();
    }
}
