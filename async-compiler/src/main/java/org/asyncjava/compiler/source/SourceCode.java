package org.asyncjava.compiler.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.function.Predicate;
import org.asyncjava.compiler.walk.Code;
import org.asyncjava.rules.flow.CodeEvents;

/** Code as nodes of a parsed source file. */
final class SourceCode implements Code<Node> {
    private final SourceFile file;
    private final Names names;

    SourceCode(SourceFile file, Names names) {
        this.file = file;
        this.names = names;
    }

    @Override
    public void tell(Node code, CodeEvents<Node> to) {
        new SourceReader(names, to).scan(code);
    }

    @Override
    public org.asyncjava.rules.Position position(Node node) {
        Node named = node instanceof MethodDeclaration method ? method.getName() : node;
        Position begin = named.getBegin().orElse(Position.HOME);
        return new org.asyncjava.rules.Position(file.simpleName(), begin.line, begin.column);
    }

    @Override
    public boolean suppresses(Node node, Predicate<String> warning) {
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof NodeWithAnnotations<?> annotated
                    && annotated.getAnnotations().stream().anyMatch(annotation -> suppresses(annotation, warning))) {
                return true;
            }
        }
        return false;
    }

    private static boolean suppresses(AnnotationExpr annotation, Predicate<String> warning) {
        return annotation.getName().getIdentifier().equals("SuppressWarnings")
                && annotation.findAll(StringLiteralExpr.class).stream().map(StringLiteralExpr::asString).anyMatch(warning);
    }

    @Override
    public Node name(Node call) {
        return call instanceof MethodCallExpr known ? known.getName() : call;
    }

    @Override
    public Node inside(Node expression) {
        Node node = expression;
        while (node instanceof EnclosedExpr enclosed) {
            node = enclosed.getInner();
        }
        return node;
    }

    @Override
    public List<Node> choices(Node value) {
        if (value instanceof EnclosedExpr enclosed) {
            return List.of(enclosed.getInner());
        }
        if (value instanceof CastExpr cast) {
            return List.of(cast.getExpression());
        }
        return value instanceof ConditionalExpr choice ? List.of(choice.getThenExpr(), choice.getElseExpr()) : List.of();
    }

    @Override
    public boolean isNull(Node value) {
        return value instanceof NullLiteralExpr;
    }

    @Override
    public List<Node> arguments(Node call) {
        return List.copyOf(((MethodCallExpr) call).getArguments());
    }

    @Override
    public Object variable(Node node) {
        return node instanceof NameExpr name ? Variables.find(name.getNameAsString(), name).map(Variables.Variable::declaration).orElse(null)
                : node instanceof VariableDeclarator ? node : null;
    }
}
