package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.compiler.walk.OwnCode;
import org.asyncjava.rules.flow.CodeEvents;

/**
 * The checked exceptions that a try with awaits catches and nothing in it is known to throw, which is an error (JLS 11.2.3). Said where the try
 * calls nothing but awaits, methods of the same class and those that make results.
 */
final class UnknownThrows {
    private static final Set<String> MAKERS = Set.of("java/util/concurrent/CompletableFuture", "org/asyncjava/runtime/Coroutine",
            "org/asyncjava/runtime/Coroutines", "org/asyncjava/runtime/Combinators");

    private final Names names;
    private final SourceCalls calls;
    private final Hierarchy hierarchy;
    private final SourceCode code;

    UnknownThrows(Names names, SourceCalls calls, SourceCode code) {
        this.names = names;
        this.calls = calls;
        this.hierarchy = calls.hierarchy();
        this.code = code;
    }

    /** The types where they are named. */
    List<Type> of(TryStmt attempt) {
        if (!attempt.getResources().isEmpty() || !OwnCode.calls(code, attempt.getTryBlock(), calls::isAwait)) {
            return List.of();
        }
        Thrown thrown = new Thrown();
        code.tell(attempt.getTryBlock(), thrown);
        if (thrown.mayBe) {
            return List.of();
        }
        List<Type> unknown = new ArrayList<>();
        for (CatchClause clause : attempt.getCatchClauses()) {
            Type type = clause.getParameter().getType();
            List<? extends Type> alternatives = type instanceof UnionType union ? union.getElements() : List.of(type);
            alternatives.stream().filter(this::isPlainlyChecked).forEach(unknown::add);
        }
        return unknown;
    }

    /** {@code Exception} and {@code Throwable} have unchecked subclasses: to catch them is no error. */
    private boolean isPlainlyChecked(Type type) {
        Set<String> types = hierarchy.types(names.internalName(type));
        return types.contains("java/lang/Exception") && !types.contains("java/lang/RuntimeException")
                && !names.internalName(type).equals("java/lang/Exception");
    }

    private final class Thrown implements CodeEvents<Node> {
        private boolean mayBe;

        @Override
        public void call(Node node, Node target, Runnable operands) {
            MethodCallExpr call = (MethodCallExpr) node;
            mayBe |= calls.isAwait(call) ? call.getArguments().size() != 1 : !isHarmless(call);
            operands.run();
        }

        @Override
        public void creation(Node creation, Runnable operands) {
            mayBe = true;
        }

        @Override
        public void thrown(Runnable operands) {
            mayBe = true;
        }

        @Override
        public void attempt(Attempt<Node> inner) {
            mayBe = true;
        }
    }

    private boolean isHarmless(MethodCallExpr call) {
        if (call.getScope().isPresent()) {
            return names.resolve(call.getScope().get().toString(), call).filter(MAKERS::contains).isPresent();
        }
        List<MethodDeclaration> own = call.findAncestor(TypeDeclaration.class)
                .map(type -> ((TypeDeclaration<?>) type).getMethodsByName(call.getNameAsString())).orElse(List.of());
        Optional<String> imported = names.staticImportsOf(call.getNameAsString()).stream().filter(MAKERS::contains).findFirst();
        return own.isEmpty() ? imported.isPresent() : own.stream().allMatch(method -> method.getThrownExceptions().isEmpty());
    }
}
