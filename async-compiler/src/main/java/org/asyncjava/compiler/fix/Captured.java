package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.Optional;
import org.asyncjava.compiler.source.Meanings;

/** Whether an expression may move into a lambda: it awaits nothing, and its variables are assigned once. */
final class Captured {
    private final Node frame;
    private final Meanings meanings;

    private Captured(Node frame, Meanings meanings) {
        this.frame = frame;
        this.meanings = meanings;
    }

    static boolean mayBe(Expression expression, Place place) {
        Node member = place.node();
        while (member.getParentNode().filter(parent -> !(parent instanceof com.github.javaparser.ast.body.TypeDeclaration)).isPresent()) {
            member = member.getParentNode().get();
        }
        Captured captured = new Captured(member, place.meanings());
        return expression.findAll(MethodCallExpr.class).stream().noneMatch(call -> place.meanings().marker(call).isPresent())
                && expression.findAll(NameExpr.class).stream().allMatch(captured::isFinal);
    }

    private boolean isFinal(NameExpr name) {
        Optional<Node> declaration = meanings.variable(name.getNameAsString(), name);
        return declaration.isEmpty() || declaration.get() instanceof VariableDeclarator variable && isFinal(variable)
                || declaration.get() instanceof Parameter && isNeverAssigned(name.getNameAsString());
    }

    private boolean isFinal(VariableDeclarator variable) {
        Node parent = variable.getParentNode().orElseThrow();
        boolean isGiven = variable.getInitializer().isPresent()
                || parent instanceof VariableDeclarationExpr && parent.getParentNode().filter(ForEachStmt.class::isInstance).isPresent();
        return parent instanceof FieldDeclaration || isGiven && isNeverAssigned(variable.getNameAsString());
    }

    private boolean isNeverAssigned(String name) {
        return frame.findAll(AssignExpr.class).stream().noneMatch(assignment -> isNamed(assignment.getTarget(), name))
                && frame.findAll(UnaryExpr.class).stream().noneMatch(operation -> isStep(operation) && isNamed(operation.getExpression(), name));
    }

    private static boolean isStep(UnaryExpr operation) {
        return switch (operation.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    private static boolean isNamed(Expression target, String name) {
        return target instanceof NameExpr variable && variable.getNameAsString().equals(name);
    }
}
