package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.compiler.walk.Frame;
import org.asyncjava.compiler.walk.OwnCode;
import org.asyncjava.compiler.walk.Riddles;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Riddle;
import org.asyncjava.rules.Violation;

/** What compilers refuse around awaits, told in our words. Said only of what certainly does not compile, by what the source alone tells. */
final class SourceRiddles implements Riddles<Node> {
    private static final String AWAITABLE = "org/asyncjava/Awaitable";
    private static final String CODE = "org/asyncjava/runtime/AsyncSupplier";
    private static final Set<String> RUNTIME = Set.of("org/asyncjava/runtime/Coroutines", "org/asyncjava/runtime/Combinators");

    private final Names names;
    private final SourceCalls calls;
    private final Hierarchy hierarchy;
    private final Promised promised;
    private final Emitted emitted;
    private final UnknownThrows unknownThrows;
    private final SourceCode code;

    SourceRiddles(SourceCalls calls, SourceCode code) {
        this.names = calls.names();
        this.calls = calls;
        this.hierarchy = calls.hierarchy();
        this.promised = new Promised(names, calls, hierarchy);
        this.emitted = new Emitted(names, hierarchy, promised);
        this.unknownThrows = new UnknownThrows(names, calls, code);
        this.code = code;
    }

    /** Nothing is said in a lambda of which it is not known what it returns. */
    @Override
    public List<Finding<Node>> at(Node node, Frame frame) {
        List<Finding<Node>> found = new ArrayList<>();
        Enclosure at = frame.enclosure();
        if (frame.isUnsure()) {
            return found;
        }
        if (node instanceof ReturnStmt statement) {
            resultAround(statement).ifPresent(result -> returned(statement, result, at, found));
        } else if (node instanceof TryStmt attempt) {
            unknownThrows.of(attempt).forEach(type -> say(found, at, type, riddle -> riddle.neverThrown(simpleName(type.asString()))));
        } else if (node instanceof MethodCallExpr call && calls.isAwait(call) && !calls.mayMeanAnother(call)) {
            promised.value(call.getArgument(0)).ifPresent(type -> say(found, at, call.getName(), promised.isPlainFuture(type)
                    ? riddle -> riddle.plainFuture(type) : riddle -> riddle.notAwaitable(type)));
        } else if (node instanceof MethodCallExpr call && isElement(call, at)) {
            emitted.violation(call, new Misuse(at, code.position(call.getName()))).ifPresent(wrong -> found.add(new Finding<>(wrong, call.getName())));
        } else if (node instanceof MethodCallExpr call && isOfRuntime(call)) {
            given(call).ifPresent(what -> say(found, at, call.getName(), what));
        }
        return found;
    }

    @Override
    public List<Finding<Node>> atEnd(Node body, Node declaration, Frame frame) {
        List<Finding<Node>> found = new ArrayList<>();
        if (frame.enclosure().code().isGenerator()) {
            if (body instanceof BlockStmt block && Completion.isCertain(block)) {
                say(found, frame.enclosure(), declaration, Riddle::endsWithoutEnd);
            }
        } else if (declaration instanceof MethodDeclaration method && body instanceof BlockStmt block && Completion.isCertain(block)) {
            result(method).ifPresent(result -> say(found, frame.enclosure(), method, riddle -> riddle.endsWithoutResult(result)));
        }
        return found;
    }

    private boolean isElement(MethodCallExpr call, Enclosure at) {
        return at.code().isGenerator() && calls.marker(call).filter(marker -> marker == Marker.EMIT).isPresent();
    }

    private void say(List<Finding<Node>> found, Enclosure at, Node node, Function<Riddle, Violation> what) {
        found.add(new Finding<>(what.apply(new Riddle(at, code.position(node))), node));
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Simple name of the result of the async method that a statement belongs to; empty of lambdas. */
    private Optional<String> resultAround(Node statement) {
        for (Node at = statement; at != null && !(at instanceof LambdaExpr); at = at.getParentNode().orElse(null)) {
            if (at instanceof MethodDeclaration method) {
                return method.getAnnotations().stream().anyMatch(names::isAsync) ? result(method) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> result(MethodDeclaration method) {
        String name = names.internalName(method.getType());
        return promised.isResult(name) ? Optional.of(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1)) : Optional.empty();
    }

    private void returned(ReturnStmt statement, String result, Enclosure at, List<Finding<Node>> found) {
        if (statement.getExpression().isEmpty()) {
            say(found, at, statement, riddle -> riddle.endsWithoutResult(result));
        } else {
            value(statement.getExpression().get(), result, at, found);
        }
    }

    private void value(Expression expression, String result, Enclosure at, List<Finding<Node>> found) {
        if (expression instanceof EnclosedExpr enclosed) {
            value(enclosed.getInner(), result, at, found);
        } else if (expression instanceof ConditionalExpr choice) {
            value(choice.getThenExpr(), result, at, found);
            value(choice.getElseExpr(), result, at, found);
        } else if (expression instanceof MethodCallExpr call && calls.isAwait(call)) {
            if (promised.yieldsValue(call.getArgument(0))) {
                say(found, at, call.getName(), riddle -> riddle.valueReturned(result, "await(...)"));
            }
        } else if (promised.value(expression).isPresent()) {
            say(found, at, expression, riddle -> riddle.valueReturned(result, "..."));
        }
    }

    private boolean isOfRuntime(MethodCallExpr call) {
        List<Hierarchy.Method> candidates = Riddle.takesAwaitables(call.getNameAsString()) ? calls.types().candidates(call) : List.of();
        return !candidates.isEmpty() && !calls.mayMeanAnother(call) && candidates.stream().allMatch(method -> RUNTIME.contains(method.declaredIn()));
    }

    /** What is wrong with what a method of the runtime is given, whichever of its overloads is meant. */
    private Optional<Function<Riddle, Violation>> given(MethodCallExpr call) {
        String name = call.getNameAsString();
        for (int index = 0; index < call.getArguments().size(); index++) {
            Set<Optional<String>> wanted = new HashSet<>();
            for (Hierarchy.Method candidate : calls.types().candidates(call)) {
                wanted.add(candidate.parameter(index));
            }
            Expression argument = call.getArgument(index);
            boolean takesCode = wanted.equals(Set.of(Optional.of(AWAITABLE), Optional.of(CODE)));
            if (isLambdaWithAwait(argument) && (wanted.equals(Set.of(Optional.of(AWAITABLE))) || takesCode && yieldsNoResult((LambdaExpr) argument))) {
                return Optional.of(riddle -> riddle.lambdaGiven(name));
            }
            if (wanted.contains(Optional.of(AWAITABLE)) && calls.types().typeOf(argument).filter(type -> isStageOutOfPlace(type, wanted)).isPresent()) {
                return Optional.of(riddle -> riddle.stagesGiven(name));
            }
        }
        return Optional.empty();
    }

    private boolean yieldsNoResult(LambdaExpr lambda) {
        return lambda.getExpressionBody().isPresent()
                ? lambda.getExpressionBody().filter(value -> calls.isAwait(value) && promised.yieldsValue(value.asMethodCallExpr().getArgument(0))).isPresent()
                : Completion.isCertain(lambda.getBody());
    }

    /** Whether something is a stage, and none of the types that are asked for is one of its types. */
    private boolean isStageOutOfPlace(String type, Set<Optional<String>> wanted) {
        Set<String> types = hierarchy.types(type);
        return types.contains("java/util/concurrent/CompletionStage")
                && wanted.stream().allMatch(each -> each.filter(known -> !types.contains(known) && !known.equals("java/lang/Object")).isPresent());
    }

    private boolean isLambdaWithAwait(Expression argument) {
        return argument instanceof LambdaExpr lambda && OwnCode.calls(code, lambda.getBody(), calls::isAwait);
    }

    /** Whether a lambda stands where no lambda can: awaits in it are not to blame. */
    boolean isMisplaced(LambdaExpr lambda) {
        return lambda.getParentNode().orElse(null) instanceof MethodCallExpr call && call.getArguments().contains(lambda)
                && isOfRuntime(call) && isLambdaWithAwait(lambda) && given(call).isPresent();
    }
}
