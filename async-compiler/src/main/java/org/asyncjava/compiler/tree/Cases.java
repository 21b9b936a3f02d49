package org.asyncjava.compiler.tree;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;

/** What the cases of a switch say besides constants, which JDK 17 has no API for yet: it is asked of the JDK that runs. */
final class Cases {
    private Cases() {
    }

    /** What must be true besides. */
    static Optional<ExpressionTree> guard(CaseTree each) {
        return ask(each, "getGuard").map(ExpressionTree.class::cast);
    }

    /** Whether it may be that none of the cases of a statement applies: one with patterns or {@code null} is exhaustive. */
    static boolean mayPass(List<? extends CaseTree> cases) {
        return cases.stream().noneMatch(each -> isOther(each) || each.getExpressions().stream().anyMatch(Cases::isNull));
    }

    private static boolean isNull(Tree label) {
        return label.getKind() == Tree.Kind.NULL_LITERAL;
    }

    private static boolean isOther(CaseTree each) {
        List<?> labels = ask(each, "getLabels").map(answer -> (List<?>) answer).orElse(List.of());
        return each.getExpressions().isEmpty() || labels.size() > each.getExpressions().size()
                || labels.stream().anyMatch(label -> isOther((Tree) label));
    }

    private static boolean isOther(Tree label) {
        return label.getKind().name().contains("PATTERN") || label.getKind().name().contains("DEFAULT");
    }

    private static Optional<Object> ask(CaseTree each, String question) {
        try {
            return Optional.ofNullable(CaseTree.class.getMethod(question).invoke(each));
        } catch (ReflectiveOperationException older) {
            return Optional.empty();
        }
    }
}
