package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Whether a method does no more than return a value, or what an async method of its class returns, so that it makes no difference when it
 * runs, and it cannot fail: without {@code @Async} it would be the same.
 */
final class ValueBody {
    private static final Set<String> VALUES = Set.of("org.asyncjava.runtime.Coroutine.of", "org.asyncjava.runtime.Coroutine.done",
            "java.util.concurrent.CompletableFuture.completedFuture", "java.util.concurrent.CompletableFuture.completedStage");
    private static final int FINAL = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    private final SourceCalls calls;
    private final Names names;

    ValueBody(SourceCalls calls, Names names) {
        this.calls = calls;
        this.names = names;
    }

    boolean is(MethodDeclaration method, String className) {
        List<Statement> statements = method.getBody().orElseThrow().getStatements().stream().filter(statement -> !statement.isEmptyStmt()).toList();
        return statements.size() == 1 && statements.get(0) instanceof ReturnStmt end
                && end.getExpression().map(ValueBody::inside).filter(result -> result instanceof MethodCallExpr call
                        && (isFactory(call) && call.getArguments().stream().allMatch(argument -> isValue(argument, false, method))
                                || isOwn(call, className, method))).isPresent();
    }

    private static Expression inside(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? inside(enclosed.getInner()) : expression;
    }

    /** By name: the runtime need not be on the class path. */
    private boolean isFactory(MethodCallExpr call) {
        Optional<String> type = call.getScope().flatMap(scope -> names.resolve(scope.toString(), scope));
        return type.filter(known -> VALUES.contains(known.replace('/', '.') + "." + call.getNameAsString())).isPresent();
    }

    private boolean isOwn(MethodCallExpr call, String className, MethodDeclaration method) {
        List<Hierarchy.Method> candidates = call.getScope().filter(scope -> !(scope instanceof ThisExpr)).isPresent()
                ? List.of() : calls.types().candidates(call);
        if (candidates.size() != 1) {
            return false;
        }
        Hierarchy.Method called = candidates.get(0);
        Type[] parameters = Type.getArgumentTypes(called.outline().descriptor());
        boolean values = !called.outline().is(Opcodes.ACC_VARARGS) && parameters.length == call.getArguments().size();
        for (int index = 0; values && index < parameters.length; index++) {
            values = isValue(call.getArgument(index), parameters[index].getSort() < Type.ARRAY, method);
        }
        return values && called.outline().async() && called.outline().is(FINAL) && called.declaredIn().replace('/', '.').equals(className);
    }

    /** A constant, a parameter or {@code this}, which need not be unboxed. */
    private static boolean isValue(Expression argument, boolean primitive, MethodDeclaration method) {
        Expression value = inside(argument);
        if (value instanceof UnaryExpr negated && negated.getOperator() == UnaryExpr.Operator.MINUS) {
            return negated.getExpression() instanceof LiteralExpr;
        }
        if (value instanceof LiteralExpr || value instanceof ThisExpr) {
            return true;
        }
        Optional<Parameter> parameter = value instanceof NameExpr name ? method.getParameterByName(name.getNameAsString()) : Optional.empty();
        return parameter.filter(known -> !primitive || known.getType().isPrimitiveType()).isPresent();
    }
}
