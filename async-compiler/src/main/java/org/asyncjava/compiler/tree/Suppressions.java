package org.asyncjava.compiler.tree;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import javax.lang.model.element.Element;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;

/** Which warnings the source asks to leave out, by {@code @SuppressWarnings} with {@code async} or the rule's code. */
final class Suppressions {
    private static final String ALL_RULES = "async";

    private final Trees trees;

    Suppressions(Trees trees) {
        this.trees = trees;
    }

    /** Errors cannot be suppressed: the transformer would refuse the class. */
    boolean cover(TreePath path, AwaitRule rule) {
        if (rule.level() == Level.ERROR) {
            return false;
        }
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (isDeclaration(at.getLeaf()) && suppresses(trees.getElement(at), rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeclaration(Tree tree) {
        return tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
    }

    private static boolean suppresses(Element element, AwaitRule rule) {
        SuppressWarnings annotation = element == null ? null : element.getAnnotation(SuppressWarnings.class);
        return annotation != null && Arrays.stream(annotation.value()).anyMatch(name -> name.equals(ALL_RULES) || name.equals(rule.code()));
    }
}
