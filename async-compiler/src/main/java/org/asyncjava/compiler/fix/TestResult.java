package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a test return nothing, so that JUnit runs it, and makes it an entry point, so that it may await. */
final class TestResult {
    private static final Set<String> NOTHING = Set.of("done()", "of(null)", "completedFuture(null)", "completedStage(null)");

    private final Place place;
    private final MethodDeclaration method;
    private final Draft draft;

    private TestResult(Place place, MethodDeclaration method) {
        this.place = place;
        this.method = method;
        this.draft = place.draft();
    }

    static List<Fix> of(Place place) {
        return place.node() instanceof MethodDeclaration method && method.getBody().isPresent() && !place.meanings().overrides(method)
                ? List.of(new TestResult(place, method).fix(method.getBody().get())) : List.of();
    }

    private Fix fix(BlockStmt body) {
        draft.replace(method.getType(), "void");
        OwnNodes.of(body, ReturnStmt.class).forEach(statement -> returned(statement, isLast(statement, body)));
        String title = "Let " + method.getNameAsString() + " return nothing";
        return draft.fix(mark().map(mark -> title + ", as an " + mark).orElse(title), Fix.Kind.PREFERRED);
    }

    private static boolean isLast(Statement statement, BlockStmt body) {
        return body.getStatement(body.getStatements().size() - 1) == statement;
    }

    private void returned(ReturnStmt statement, boolean isLast) {
        Expression value = statement.getExpression().orElse(null);
        boolean isNothing = value == null || value.isNullLiteralExpr() || value instanceof MethodCallExpr call
                && NOTHING.contains(call.getNameAsString() + call.getArguments().toString().replace('[', '(').replace(']', ')'));
        String awaited = isNothing ? "" : draft.method(Names.AWAIT, "await") + "(" + place.text(value) + ");";
        if (!isLast) {
            boolean isInBlock = statement.getParentNode().filter(BlockStmt.class::isInstance).isPresent();
            String both = awaited.isEmpty() ? "return;" : awaited + " return;";
            draft.replace(statement, awaited.isEmpty() || isInBlock ? both : "{ " + both + " }");
        } else if (isNothing) {
            remove(statement);
        } else {
            draft.replace(statement, awaited);
        }
    }

    /** With its line, if it has one of its own. */
    private void remove(Statement statement) {
        Lines lines = place.lines();
        int begin = lines.begin(statement);
        int end = lines.afterRestOfLine(statement);
        int next = lines.afterLineEnd(end);
        if (lines.isFirstOfLine(begin) && next > end) {
            draft.change(lines.startOfLine(begin), next, "");
        } else {
            draft.replace(statement, "");
        }
    }

    /** The annotation that makes the test an entry point; empty if it has it already. */
    private Optional<String> mark() {
        Annotated annotated = new Annotated(place, method);
        Optional<AnnotationExpr> async = annotated.with(Names.ASYNC);
        Optional<AnnotationExpr> test = annotated.with(EntryPoint.PLAIN_TEST).filter(AnnotationExpr::isMarkerAnnotationExpr);
        if (annotated.with(Names.ASYNC_TEST).isPresent() || annotated.with(Names.ENTRY).isPresent()) {
            async.ifPresent(annotation -> annotated.remove(draft, annotation));
            return Optional.empty();
        }
        if (test.isPresent() && place.meanings().exists(Names.ASYNC_TEST)) {
            draft.replace(test.get(), "@" + draft.type(Names.ASYNC_TEST));
            async.ifPresent(annotation -> annotated.remove(draft, annotation));
            return Optional.of("@AsyncTest");
        }
        async.ifPresentOrElse(annotation -> draft.replace(annotation, "@" + draft.type(Names.ENTRY)), () -> annotated.add(draft, Names.ENTRY));
        return Optional.of("@AsyncEntry");
    }
}
