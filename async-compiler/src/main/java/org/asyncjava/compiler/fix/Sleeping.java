package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Awaits a time in place of sleeping it. */
final class Sleeping {
    private static final String INTERRUPTED = "java.lang.InterruptedException";
    private static final String DURATION = "java.time.Duration";
    private static final String UNIT = "java.util.concurrent.TimeUnit";
    private static final Map<String, String> UNITS = Map.of("NANOSECONDS", "ofNanos", "MILLISECONDS", "ofMillis", "SECONDS", "ofSeconds",
            "MINUTES", "ofMinutes", "HOURS", "ofHours", "DAYS", "ofDays");

    private final Place place;
    private final MethodCallExpr call;

    private Sleeping(Place place, MethodCallExpr call) {
        this.place = place;
        this.call = call;
    }

    static Optional<Fix> of(Place place, MethodCallExpr call) {
        return call.getArguments().isEmpty() || call.getArguments().size() > 2 ? Optional.empty() : new Sleeping(place, call).fix();
    }

    /** A try that does nothing but sleep, and catches what sleeping throws, goes as a whole. */
    private Optional<Fix> fix() {
        Draft draft = place.draft();
        Optional<TryStmt> around = around();
        return around.map(attempt -> Optional.of("")).orElseGet(() -> Catches.around(call, place.meanings()).told(INTERRUPTED::equals)).flatMap(told ->
                duration(draft).map(duration -> {
                    String awaited = draft.method(Names.AWAIT, "await") + "(" + draft.method(Names.COROUTINES, "sleep") + "(" + duration + ")" + told + ")";
                    around.ifPresentOrElse(attempt -> draft.replace(attempt, awaited + ";"), () -> draft.replace(call, awaited));
                    return draft.fix("Await sleep(...) instead", around.isEmpty() && told.isEmpty() ? Fix.Kind.SAFE
                            : Fix.Kind.PREFERRED);
                }));
    }

    private Optional<TryStmt> around() {
        Node statement = call.getParentNode().orElse(null);
        return statement instanceof ExpressionStmt ? statement.getParentNode().flatMap(Node::getParentNode).filter(TryStmt.class::isInstance)
                .map(TryStmt.class::cast).filter(attempt -> attempt.getTryBlock().getStatements().size() == 1
                        && attempt.getTryBlock().getStatement(0) == statement && attempt.getResources().isEmpty()
                        && attempt.getFinallyBlock().isEmpty() && attempt.getCatchClauses().size() == 1
                        && place.meanings().className(attempt.getCatchClauses().get(0).getParameter().getType()).equals(INTERRUPTED)) : Optional.empty();
    }

    private Optional<String> duration(Draft draft) {
        Expression time = call.getArgument(0);
        Set<String> owners = place.meanings().owners(call);
        boolean isUnit = owners.contains(UNIT);
        if (isUnit && call.getArguments().size() == 1) {
            return ofUnit(draft, time);
        }
        if (call.getArguments().size() == 1 && place.meanings().types(time).contains(DURATION)) {
            return Optional.of(place.text(time));
        }
        String maker = draft.type(DURATION) + (call.getNameAsString().equals("sleep") ? ".ofMillis(" : ".ofNanos(");
        boolean hasNanos = call.getArguments().size() == 2;
        return isUnit || hasNanos && maker.endsWith(".ofNanos(") ? Optional.empty()
                : Optional.of(maker + place.text(time) + ")" + (hasNanos ? ".plusNanos(" + place.text(call.getArgument(1)) + ")" : ""));
    }

    private Optional<String> ofUnit(Draft draft, Expression time) {
        Expression unit = call.getScope().orElseThrow();
        String name = unit instanceof FieldAccessExpr access ? access.getNameAsString() : unit instanceof NameExpr constant ? constant.getNameAsString() : "";
        String type = draft.type(DURATION);
        return Optional.of(UNITS.containsKey(name) ? type + "." + UNITS.get(name) + "(" + place.text(time) + ")"
                : type + ".of(" + place.text(time) + ", " + place.text(unit) + ".toChronoUnit())");
    }
}
