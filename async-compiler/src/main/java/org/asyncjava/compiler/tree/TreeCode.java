package org.asyncjava.compiler.tree;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import org.asyncjava.compiler.walk.Code;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.flow.CodeEvents;

/** Code as trees of javac. */
final class TreeCode implements Code<Tree> {
    private final Cursor cursor;
    private final Symbols symbols;
    private final TreeCalls calls;
    private final List<TreePath> annotated = new ArrayList<>();
    private Tree searched;

    TreeCode(Cursor cursor, Symbols symbols, TreeCalls calls) {
        this.cursor = cursor;
        this.symbols = symbols;
        this.calls = calls;
    }

    /** What parentheses stand around. */
    static TreePath inside(TreePath expression) {
        TreePath path = expression;
        while (path.getLeaf() instanceof ParenthesizedTree parentheses) {
            path = new TreePath(path, parentheses.getExpression());
        }
        return path;
    }

    @Override
    public void tell(Tree code, CodeEvents<Tree> to) {
        new TreeReader(cursor, calls, symbols, to).scan(code, null);
    }

    @Override
    public Position position(Tree node) {
        return symbols.position(cursor.path().getCompilationUnit(), node);
    }

    @Override
    public boolean suppresses(Tree node, Predicate<String> warning) {
        for (TreePath at = cursor.path(); at != null; at = at.getParentPath()) {
            if (isDeclaration(at.getLeaf()) && suppresses(symbols.trees().getElement(at), warning)) {
                return true;
            }
        }
        return annotatedVariables().stream().filter(variable -> TreePath.getPath(variable, node) != null)
                .anyMatch(variable -> suppresses(symbols.trees().getElement(variable), warning));
    }

    /** The local variables with annotations in what the walk stands at, which mostly are none. */
    private List<TreePath> annotatedVariables() {
        TreePath around = cursor.path();
        if (around.getLeaf() != searched) {
            searched = around.getLeaf();
            annotated.clear();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void none) {
                    if (!variable.getModifiers().getAnnotations().isEmpty()) {
                        annotated.add(new TreePath(around, variable));
                    }
                    return super.visitVariable(variable, none);
                }
            }.scan(searched, null);
        }
        return annotated;
    }

    private static boolean isDeclaration(Tree tree) {
        return tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
    }

    private static boolean suppresses(Element element, Predicate<String> warning) {
        SuppressWarnings annotation = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return annotation != null && Arrays.stream(annotation.value()).anyMatch(warning);
    }

    @Override
    public Tree name(Tree call) {
        return call instanceof MethodInvocationTree invocation ? invocation.getMethodSelect() : call;
    }

    @Override
    public Tree inside(Tree expression) {
        Tree tree = expression;
        while (tree instanceof ParenthesizedTree parentheses) {
            tree = parentheses.getExpression();
        }
        return tree;
    }

    @Override
    public List<Tree> choices(Tree value) {
        if (value instanceof ParenthesizedTree parentheses) {
            return List.of(parentheses.getExpression());
        }
        if (value instanceof TypeCastTree cast) {
            return List.of(cast.getExpression());
        }
        return value instanceof ConditionalExpressionTree choice ? List.of(choice.getTrueExpression(), choice.getFalseExpression()) : List.of();
    }

    @Override
    public boolean isNull(Tree value) {
        return value.getKind() == Tree.Kind.NULL_LITERAL;
    }

    @Override
    public List<Tree> arguments(Tree call) {
        return List.copyOf(((MethodInvocationTree) call).getArguments());
    }

    @Override
    public Object variable(Tree node) {
        return node instanceof IdentifierTree || node instanceof VariableTree ? symbols.trees().getElement(cursor.path(node)) : null;
    }
}
