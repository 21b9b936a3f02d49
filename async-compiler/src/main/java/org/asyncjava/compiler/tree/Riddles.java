package org.asyncjava.compiler.tree;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import org.asyncjava.compiler.frame.Frame;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.Riddle;
import org.asyncjava.rules.Violation;

/** What javac refuses around awaits, told in our words. It is only looked at where javac refuses it: nothing of this compiles. */
final class Riddles {
    private final Symbols symbols;
    private final Calls calls;
    private final Promised promised;
    private final UnknownThrows unknownThrows;

    Riddles(Symbols symbols, Calls calls) {
        this.symbols = symbols;
        this.calls = calls;
        this.promised = new Promised(symbols);
        this.unknownThrows = new UnknownThrows(symbols, calls);
    }

    /** At a return, a try or a call. */
    List<Finding> at(TreePath path, Frame frame, Function<Tree, Position> position) {
        List<Finding> found = new ArrayList<>();
        Tree leaf = path.getLeaf();
        if (leaf instanceof ReturnTree statement) {
            returned(path, statement, frame, position, found);
        } else if (leaf instanceof TryTree) {
            unknownThrows.of(path).forEach(type -> found.add(new Finding(
                    riddle(frame, position, type).neverThrown(simpleName(type)), type)));
        } else if (leaf instanceof MethodInvocationTree call) {
            given(path, call).ifPresent(say -> found.add(new Finding(say.apply(riddle(frame, position, call.getMethodSelect())), call.getMethodSelect())));
        }
        return found;
    }

    /** At the end of async code. */
    List<Finding> atEnd(TreePath body, Frame frame, Function<Tree, Position> position) {
        Tree code = body.getLeaf();
        Tree declaration = body.getParentPath().getLeaf();
        Optional<TypeMirror> result = resultOf(body.getParentPath()).filter(promised::isResult);
        List<Finding> found = new ArrayList<>();
        if (result.isPresent() && code instanceof BlockTree block && Completion.isCertain(block)) {
            found.add(new Finding(riddle(frame, position, declaration).endsWithoutResult(symbols.simpleName(result.get())), declaration));
        } else if (result.isPresent() && code instanceof ExpressionTree expression) {
            value(new TreePath(body.getParentPath(), expression), result.get(), frame, position, found);
        }
        return found;
    }

    private static Riddle riddle(Frame frame, Function<Tree, Position> position, Tree at) {
        return new Riddle(frame.enclosure(), position.apply(at));
    }

    private static String simpleName(Tree type) {
        String name = type.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void returned(TreePath path, ReturnTree statement, Frame frame, Function<Tree, Position> position, List<Finding> found) {
        Optional<TypeMirror> result = frame.enclosure().async() ? codeAround(path).flatMap(this::resultOf).filter(promised::isResult) : Optional.empty();
        if (result.isEmpty()) {
            return;
        }
        if (statement.getExpression() == null) {
            found.add(new Finding(riddle(frame, position, statement).endsWithoutResult(symbols.simpleName(result.get())), statement));
        } else {
            value(new TreePath(path, statement.getExpression()), result.get(), frame, position, found);
        }
    }

    private static Optional<TreePath> codeAround(TreePath path) {
        TreePath at = path;
        while (at != null && !(at.getLeaf() instanceof MethodTree) && !(at.getLeaf() instanceof LambdaExpressionTree)) {
            at = at.getParentPath();
        }
        return Optional.ofNullable(at);
    }

    private Optional<TypeMirror> resultOf(TreePath code) {
        return code.getLeaf() instanceof LambdaExpressionTree ? symbols.resultOfLambda(code)
                : calls.method(code).map(method -> method.getReturnType());
    }

    /** A returned value that cannot be what is declared: of an await the type of what it yields is asked, which javac may not have got at. */
    private void value(TreePath expression, TypeMirror result, Frame frame, Function<Tree, Position> position, List<Finding> found) {
        Tree leaf = expression.getLeaf();
        if (leaf instanceof ParenthesizedTree parentheses) {
            value(new TreePath(expression, parentheses.getExpression()), result, frame, position, found);
        } else if (leaf instanceof ConditionalExpressionTree choice) {
            value(new TreePath(expression, choice.getTrueExpression()), result, frame, position, found);
            value(new TreePath(expression, choice.getFalseExpression()), result, frame, position, found);
        } else {
            boolean await = leaf instanceof MethodInvocationTree call && calls.isAwaitByName(expression) && !call.getArguments().isEmpty();
            Optional<TypeMirror> yielded = await
                    ? promised.by(symbols.trees().getTypeMirror(new TreePath(expression, ((MethodInvocationTree) leaf).getArguments().get(0))))
                    : symbols.originalType(expression).filter(promised::isValue);
            yielded.filter(type -> !symbols.isAssignable(type, result) && !promised.isResult(type)).ifPresent(type -> {
                Tree shown = await ? ((MethodInvocationTree) leaf).getMethodSelect() : leaf;
                found.add(new Finding(riddle(frame, position, shown).valueReturned(symbols.simpleName(result), await ? "await(...)" : "..."), shown));
            });
        }
    }

    /** What is wrong with what a call is given. */
    private Optional<Function<Riddle, Violation>> given(TreePath path, MethodInvocationTree call) {
        String name = calls.name(call).toString();
        if (calls.isAwaitByName(path) && !call.getArguments().isEmpty() && symbols.isUnknown(path)) {
            TypeMirror operand = symbols.trees().getTypeMirror(new TreePath(path, call.getArguments().get(0)));
            if (operand == null || !promised.isValue(operand) || promised.isResult(operand)) {
                return Optional.empty();
            }
            String type = symbols.className(operand);
            return Optional.of(promised.isPlainFuture(operand) ? riddle -> riddle.plainFuture(type) : riddle -> riddle.notAwaitable(type));
        }
        if (!Riddle.takesAwaitables(name) || !calls.isOfRuntime(path) || !symbols.isUnknown(path)) {
            return Optional.empty();
        }
        if (call.getArguments().stream().anyMatch(argument -> argument instanceof LambdaExpressionTree || argument instanceof MemberReferenceTree)) {
            return Optional.of(riddle -> riddle.lambdaGiven(name));
        }
        boolean stages = call.getArguments().stream().map(argument -> symbols.trees().getTypeMirror(new TreePath(path, argument)))
                .anyMatch(type -> type != null && promised.isStageOrSeveral(type));
        return stages ? Optional.of(riddle -> riddle.stagesGiven(name)) : Optional.empty();
    }
}
