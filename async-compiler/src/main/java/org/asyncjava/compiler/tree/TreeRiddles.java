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
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.compiler.walk.Frame;
import org.asyncjava.compiler.walk.Riddles;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Riddle;
import org.asyncjava.rules.Violation;

/** What javac refuses around awaits, told in our words. It is only looked at where javac refuses it: nothing of this compiles. */
final class TreeRiddles implements Riddles<Tree> {
    private final Cursor cursor;
    private final TreeCode code;
    private final Symbols symbols;
    private final TreeCalls calls;
    private final Promised promised;
    private final Emitted emitted;
    private final UnknownThrows unknownThrows;

    TreeRiddles(Cursor cursor, TreeCode code, Symbols symbols, TreeCalls calls) {
        this.cursor = cursor;
        this.code = code;
        this.symbols = symbols;
        this.calls = calls;
        this.promised = new Promised(symbols);
        this.emitted = new Emitted(symbols, promised);
        this.unknownThrows = new UnknownThrows(cursor, code, symbols, calls);
    }

    @Override
    public List<Finding<Tree>> at(Tree node, Frame frame) {
        List<Finding<Tree>> found = new ArrayList<>();
        if (node instanceof ReturnTree statement) {
            returned(statement, frame, found);
        } else if (node instanceof TryTree attempt) {
            unknownThrows.of(attempt).forEach(type -> found.add(new Finding<>(riddle(frame, type).neverThrown(simpleName(type)), type)));
        } else if (node instanceof MethodInvocationTree call) {
            emitted(call, frame).ifPresent(wrong -> found.add(new Finding<>(wrong, call.getMethodSelect())));
            given(cursor.path(call), call).ifPresent(say -> found.add(new Finding<>(say.apply(riddle(frame, call.getMethodSelect())), call.getMethodSelect())));
        }
        return found;
    }

    private Optional<Violation> emitted(MethodInvocationTree call, Frame frame) {
        boolean isElement = frame.enclosure().code().isGenerator() && calls.marker(call).filter(marker -> marker == Marker.EMIT).isPresent();
        return !isElement ? Optional.empty() : codeAround(cursor.path(call)).flatMap(this::resultOf)
                .flatMap(result -> emitted.violation(cursor.path(call), result, new Misuse(frame.enclosure(), code.position(call.getMethodSelect()))));
    }

    @Override
    public List<Finding<Tree>> atEnd(Tree body, Tree declaration, Frame frame) {
        if (frame.enclosure().code().isGenerator()) {
            return body instanceof BlockTree block && Completion.isCertain(block)
                    ? List.of(new Finding<>(riddle(frame, declaration).endsWithoutEnd(), declaration)) : List.of();
        }
        Optional<TypeMirror> result = resultOf(cursor.path(declaration)).filter(promised::isResult);
        List<Finding<Tree>> found = new ArrayList<>();
        if (result.isPresent() && body instanceof BlockTree block && Completion.isCertain(block)) {
            found.add(new Finding<>(riddle(frame, declaration).endsWithoutResult(symbols.simpleName(result.get())), declaration));
        } else if (result.isPresent() && body instanceof ExpressionTree expression) {
            value(cursor.path(expression), result.get(), frame, found);
        }
        return found;
    }

    private Riddle riddle(Frame frame, Tree at) {
        return new Riddle(frame.enclosure(), code.position(at));
    }

    private static String simpleName(Tree type) {
        String name = type.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void returned(ReturnTree statement, Frame frame, List<Finding<Tree>> found) {
        TreePath path = cursor.path(statement);
        Optional<TypeMirror> result = frame.enclosure().async() ? codeAround(path).flatMap(this::resultOf).filter(promised::isResult) : Optional.empty();
        if (result.isEmpty()) {
            return;
        }
        if (statement.getExpression() == null) {
            found.add(new Finding<>(riddle(frame, statement).endsWithoutResult(symbols.simpleName(result.get())), statement));
        } else {
            value(new TreePath(path, statement.getExpression()), result.get(), frame, found);
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
    private void value(TreePath expression, TypeMirror result, Frame frame, List<Finding<Tree>> found) {
        Tree leaf = expression.getLeaf();
        if (leaf instanceof ParenthesizedTree parentheses) {
            value(new TreePath(expression, parentheses.getExpression()), result, frame, found);
        } else if (leaf instanceof ConditionalExpressionTree choice) {
            value(new TreePath(expression, choice.getTrueExpression()), result, frame, found);
            value(new TreePath(expression, choice.getFalseExpression()), result, frame, found);
        } else {
            boolean await = leaf instanceof MethodInvocationTree call && calls.isAwaitByName(expression) && !call.getArguments().isEmpty();
            Optional<TypeMirror> yielded = await
                    ? promised.by(symbols.trees().getTypeMirror(new TreePath(expression, ((MethodInvocationTree) leaf).getArguments().get(0))))
                    : symbols.originalType(expression).filter(promised::isValue);
            yielded.filter(type -> !symbols.isAssignable(type, result) && !promised.isResult(type)).ifPresent(type -> {
                Tree shown = await ? ((MethodInvocationTree) leaf).getMethodSelect() : leaf;
                found.add(new Finding<>(riddle(frame, shown).valueReturned(symbols.simpleName(result), await ? "await(...)" : "..."), shown));
            });
        }
    }

    /** What is wrong with what a call is given. */
    private Optional<Function<Riddle, Violation>> given(TreePath path, MethodInvocationTree call) {
        String name = calls.name(call);
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
