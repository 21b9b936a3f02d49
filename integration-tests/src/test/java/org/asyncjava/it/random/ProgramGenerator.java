package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Writes one program from a seed. */
final class ProgramGenerator {
    private static final int METHODS = 4;
    private static final int MIN_STATEMENTS = 5;
    private static final int MAX_STATEMENTS = 18;
    private static final List<Type> FIELDS = List.of(Type.INT, Type.LONG, Type.STRING, Type.INT_ARRAY, Type.BYTE);

    /** Async ones twice. */
    private static final List<Signature.Kind> GENERATORS = List.of(Signature.Kind.ASYNC_ITERABLE, Signature.Kind.ASYNC_ITERABLE, Signature.Kind.ASYNC_ITERATOR,
            Signature.Kind.ASYNC_ITERATOR, Signature.Kind.ITERABLE, Signature.Kind.ITERATOR, Signature.Kind.STREAM);

    private final long seed;
    private final Choices choices;

    private ProgramGenerator(long seed, Grammar grammar) {
        this.seed = seed;
        this.choices = new Choices(seed, grammar);
    }

    /** The program of a seed. */
    static RandomProgram generate(long seed, Grammar grammar) {
        return new ProgramGenerator(seed, grammar).program();
    }

    private RandomProgram program() {
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < METHODS; i++) {
            signatures.add(signature(i));
        }
        List<Node> methods = new ArrayList<>(List.of(entry(signatures)));
        for (int i = 0; i < METHODS; i++) {
            methods.add(method(signatures.get(i), signatures.subList(i + 1, METHODS)));
        }
        return new RandomProgram(seed, header(), methods);
    }

    private String header() {
        StringBuilder text = new StringBuilder("""
                package random;

                import static org.asyncjava.Await.await;
                import static org.asyncjava.Emit.emit;
                import static org.asyncjava.Emit.end;
                import static org.asyncjava.runtime.Each.each;

                import java.util.Iterator;
                import java.util.stream.Stream;
                import org.asyncjava.Async;
                import org.asyncjava.Generator;
                import org.asyncjava.it.harness.Env;
                import org.asyncjava.runtime.AsyncIterable;
                import org.asyncjava.runtime.AsyncIterator;
                import org.asyncjava.runtime.Coroutine;

                public class %s {
                """.formatted(RandomProgram.className(seed)));
        for (Type field : FIELDS) {
            text.append("    private ").append(field.text).append(' ').append(fieldName(field)).append(" = ")
                    .append(field.literals.get(field.literals.size() - 1)).append(";\n");
        }
        return text.append('\n').toString();
    }

    private Signature signature(int index) {
        List<Type> parameters = new ArrayList<>();
        for (int i = choices.below(5); i > 0; i--) {
            parameters.add(choices.of(Type.ALL));
        }
        Signature.Kind kind = choices.hasGenerators() && choices.percent(75) ? choices.of(GENERATORS) : Signature.Kind.COROUTINE;
        Type result = choices.of(Type.ALL);
        Home home = choices.percent(50) ? choices.of(Home.STATIC, Home.INSTANCE)
                : kind.isGenerator() ? choices.of(Home.INNER, Home.INTERFACE, Home.RECORD) : choices.of(Home.values());
        return new Signature("m" + index, kind, result, parameters, home);
    }

    private Node entry(List<Signature> callable) {
        String name = RandomProgram.className(seed);
        Expressions expressions = new Expressions(choices, callable);
        Scope scope = Scope.ofMethod();
        addFields(scope);
        List<Node> body = new ArrayList<>(List.of(Node.simple("final " + name + " self = new " + name + "();")));
        body.addAll(new Statements(choices, expressions, Type.STRING, statements()).body(scope));
        return Node.of("@Async\npublic static Coroutine<String> run(Env env) {", body, "}\n");
    }

    private Node method(Signature signature, List<Signature> callable) {
        Expressions expressions = new Expressions(choices, callable);
        Signature.Kind kind = signature.kind();
        Scope scope = kind.isGenerator() ? Scope.ofGenerator(kind.isAsync(), signature.result()) : Scope.ofMethod();
        addFields(scope);
        List<Variable> parameters = new ArrayList<>();
        for (Type type : signature.parameters()) {
            parameters.add(new Variable(expressions.fresh("p"), type, Variable.Kind.MUTABLE));
        }
        parameters.forEach(scope::add);
        List<Node> body = new Statements(choices, expressions, signature.result(), statements()).body(scope);
        return new Declarations(RandomProgram.className(seed), choices).of(signature, parameters, body);
    }

    private int statements() {
        return MIN_STATEMENTS + choices.below(MAX_STATEMENTS - MIN_STATEMENTS + 1);
    }

    private static void addFields(Scope scope) {
        FIELDS.forEach(field -> scope.add(new Variable("self." + fieldName(field), field, Variable.Kind.FIELD)));
    }

    private static String fieldName(Type type) {
        return "f" + type.ordinal();
    }
}
