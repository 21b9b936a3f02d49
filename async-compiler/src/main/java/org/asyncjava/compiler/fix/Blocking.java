package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.asyncjava.rules.CallSite;

/** Awaits in place of a call that blocks: the same thing where it can be awaited, or else the call in another thread. */
final class Blocking {
    private static final String INTERRUPTED = "java.lang.InterruptedException";
    private static final String IO = "java.io.IOException";
    /** What a future wraps a failure in, and an await does not: a clause that catches it would catch nothing any more. */
    private static final Set<String> WRAPPERS = Set.of("java.util.concurrent.ExecutionException", "java.util.concurrent.CompletionException");
    private static final Set<String> ARE_INTERRUPTED = Set.of("join", "awaitTermination", "waitFor");

    private final Place place;
    private final Expression call;
    private final Catches catches;

    private Blocking(Place place, Expression call) {
        this.place = place;
        this.call = call;
        this.catches = Catches.around(call, place.meanings());
    }

    static List<Fix> of(Place place) {
        Node node = place.node();
        Node call = node instanceof SimpleName ? node.getParentNode().orElseThrow() : node;
        if (call instanceof ObjectCreationExpr creation) {
            return new Blocking(place, creation).elsewhere().stream().toList();
        }
        return call instanceof MethodCallExpr known ? new Blocking(place, known).awaited(known).stream().toList() : List.of();
    }

    private Optional<Fix> awaited(MethodCallExpr known) {
        Set<String> owners = place.meanings().owners(known);
        return switch (known.getNameAsString()) {
            case "sleep", "parkNanos" -> Sleeping.of(place, known);
            case "get", "join" -> owners.contains("java.util.concurrent.Future") ? future(known) : elsewhere();
            case "waitFor" -> known.getArguments().isEmpty() ? suffixed("onExit()", ").exitValue()", INTERRUPTED::equals, known) : Optional.empty();
            case "send" -> suffixed("sendAsync(" + arguments(known) + ")", ")", type -> type.equals(INTERRUPTED) || type.equals(IO), known);
            case "run" -> owners.contains(Names.COROUTINES) ? here(known) : Optional.empty();
            default -> elsewhere();
        };
    }

    private String arguments(MethodCallExpr known) {
        return place.source().text().substring(place.lines().begin(known.getArgument(0)), place.lines().end(known) - 1);
    }

    /** The future itself, if it tells when it is done. */
    private Optional<Fix> future(MethodCallExpr known) {
        if (known.getScope().isEmpty() || !known.getArguments().isEmpty() || WRAPPERS.stream().anyMatch(catches::name)) {
            return Optional.empty();
        }
        Expression scope = known.getScope().get();
        Set<String> types = place.meanings().types(scope);
        if (!types.contains(Names.STAGE) && !types.contains(Names.AWAITABLE)) {
            return elsewhere();
        }
        return catches.told(INTERRUPTED::equals).map(told -> {
            Draft draft = place.draft();
            draft.before(scope, draft.method(Names.AWAIT, "await") + "(");
            draft.change(place.lines().end(scope), place.lines().end(known), told + ")");
            return draft.fix("Await the future", told.isEmpty() ? Fix.Kind.SAFE : Fix.Kind.PREFERRED);
        });
    }

    /** Another method of the same object, whose result can be awaited. */
    private Optional<Fix> suffixed(String other, String closing, Predicate<String> thrown, MethodCallExpr known) {
        return known.getScope().flatMap(scope -> catches.told(thrown).map(told -> {
            Draft draft = place.draft();
            draft.before(scope, draft.method(Names.AWAIT, "await") + "(");
            draft.change(place.lines().begin(known.getName()), place.lines().end(known), other + told + closing);
            return draft.fix("Await " + other.substring(0, other.indexOf('(')) + " instead of " + known.getNameAsString(), Fix.Kind.PREFERRED);
        }));
    }

    /** What a loop of its own would run. */
    private Optional<Fix> here(MethodCallExpr known) {
        Draft draft = place.draft();
        Expression operand = known.getArgument(0);
        boolean isCode = operand instanceof LambdaExpr || operand instanceof MethodReferenceExpr;
        draft.change(place.lines().begin(known), place.lines().begin(operand), draft.method(Names.AWAIT, "await") + "("
                + (isCode ? draft.method(Names.COROUTINES, "coroutine") + "(" : ""));
        if (isCode) {
            draft.after(operand, ")");
        }
        return Optional.of(draft.fix("Await it here", Fix.Kind.SAFE));
    }

    /** The call as it is, in another thread. */
    private Optional<Fix> elsewhere() {
        if (!(CallSite.mayRunElsewhere(place.violation()) || isPlainFuture()) || !Captured.mayBe(call, place)) {
            return Optional.empty();
        }
        Set<String> results = call instanceof MethodCallExpr known ? place.meanings().results(known) : Set.of();
        boolean isVoid = results.equals(Set.of("V"));
        return isVoid || !results.contains("V") ? catches.told(this::isThrown).map(told -> {
            Draft draft = place.draft();
            draft.around(call, draft.method(Names.AWAIT, "await") + "(" + draft.method(Names.COROUTINES, "toThread") + (isVoid ? "(() -> { " : "(() -> "),
                    (isVoid ? "; return null; })" : ")") + told + ")");
            return draft.fix("Await it in another thread", Fix.Kind.PREFERRED);
        }) : Optional.empty();
    }

    private boolean isPlainFuture() {
        return call instanceof MethodCallExpr known && known.getNameAsString().equals("get");
    }

    private boolean isThrown(String type) {
        boolean isInterrupted = call instanceof MethodCallExpr known && ARE_INTERRUPTED.contains(known.getNameAsString());
        return isInterrupted ? type.equals(INTERRUPTED) : type.equals("java.lang.Exception");
    }
}
