package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Writes one program from a seed. */
final class ProgramGenerator {
    private static final int METHODS = 4;
    private static final int MIN_STATEMENTS = 5;
    private static final int MAX_STATEMENTS = 18;
    private static final List<Type> FIELDS = List.of(Type.INT, Type.LONG, Type.STRING, Type.INT_ARRAY, Type.BYTE);

    private final long seed;
    private final Choices choices;

    private ProgramGenerator(long seed, int release) {
        this.seed = seed;
        this.choices = new Choices(seed, release);
    }

    /** The program of a seed, in the Java of a release. */
    static RandomProgram generate(long seed, int release) {
        return new ProgramGenerator(seed, release).program();
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

                import org.asyncjava.Async;
                import org.asyncjava.it.harness.Env;
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
        return new Signature("m" + index, choices.of(Type.ALL), parameters, choices.percent(50) ? choices.of(Home.STATIC, Home.INSTANCE) : choices.of(Home.values()));
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
        Scope scope = Scope.ofMethod();
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
