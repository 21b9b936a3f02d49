package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A random program of methods with many parameters that are assigned between awaits. So each is needed across some awaits and not across
 * others, and parameters and other variables come to share fields of the machine. All that a seed decides is the text.
 */
final class ParameterProgram {
    private static final int METHODS = 8;
    private static final int MOST_PARAMETERS = 7;
    private static final int MOST_STEPS = 17;
    private static final List<String> TYPES =
            List.of("String", "String", "String", "Object", "Object", "CharSequence", "Integer", "String[]", "int", "long", "double", "byte", "boolean");
    private static final List<String> PRIMITIVES = List.of("int", "long", "double", "byte", "boolean");

    private final String name;
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Variable> variables = new ArrayList<>();
    private boolean inBlock;

    private ParameterProgram(long seed) {
        this.name = "Q" + seed;
        this.random = new Random(seed);
    }

    private record Variable(String type, String name) {
        String shown() {
            return type.equals("String[]") ? "java.util.Arrays.toString(" + name + ")" : name;
        }

        @Override
        public String toString() {
            return type + " " + name;
        }
    }

    static String mainClass(long seed) {
        return "random.Q" + seed;
    }

    static String path(long seed) {
        return "random/Q" + seed + ".java";
    }

    /** The source of a program whose methods return coroutines. */
    static String source(long seed) {
        return new ParameterProgram(seed).write();
    }

    private String write() {
        StringBuilder calls = new StringBuilder();
        text.append("""
                package random;

                import static org.asyncjava.Await.await;

                import org.asyncjava.Async;
                import org.asyncjava.it.harness.Env;
                import org.asyncjava.runtime.Coroutine;

                public class %s {
                """.formatted(name));
        for (int i = 0; i < METHODS; i++) {
            calls.append("        log += await(").append(method("m" + i)).append(");\n");
        }
        return text.append("""
                    @Async
                    public static Coroutine<String> run(Env env) {
                        String log = "";
                %s        return Coroutine.of(log);
                    }
                }
                """.formatted(calls)).toString();
    }

    /** Writes a method and returns a call of it. */
    private String method(String called) {
        variables.clear();
        StringJoiner arguments = new StringJoiner(", ", called + "(env, ", ")");
        for (int i = 2 + random.nextInt(MOST_PARAMETERS - 1); i > 0; i--) {
            Variable parameter = new Variable(type(), "p" + i);
            variables.add(parameter);
            arguments.add(value(parameter.type()));
        }
        boolean isStatic = random.nextBoolean();
        text.append("    @Async\n    ").append(isStatic ? "static " : "").append("Coroutine<String> ").append(called).append("(Env env, ")
                .append(variables.stream().map(Variable::toString).collect(Collectors.joining(", "))).append(") {\n        String log = \"\";\n");
        for (int i = 4 + random.nextInt(MOST_STEPS - 3); i > 0; i--) {
            step(i);
        }
        text.append(inBlock ? "        }\n" : "").append("        return Coroutine.of(log);\n    }\n\n");
        inBlock = false;
        return (isStatic ? "" : "new " + name + "().") + arguments;
    }

    private void step(int number) {
        Variable variable = variables.get(random.nextInt(variables.size()));
        switch (random.nextInt(9)) {
            case 0, 1 -> statement("log += await(env.async(" + number + "))");
            case 2 -> statement("log += await(env.stage(\"s" + number + "\"))");
            case 3, 4 -> statement(variable.name() + " = " + taken(variable.type()));
            case 5, 6 -> statement("log += \"<\" + " + variable.shown() + " + \">\"");
            case 7 -> declare("v" + number);
            default -> block(number);
        }
    }

    private void statement(String statement) {
        text.append("        ").append(statement).append(";\n");
    }

    private void declare(String variable) {
        Variable declared = new Variable(type(), variable);
        statement(declared + " = " + taken(declared.type()));
        if (!inBlock) {
            variables.add(declared);
        }
    }

    private void block(int number) {
        String loop = "for (int i" + number + " = 0; i" + number + " < 2; i" + number + "++) {";
        text.append("        ").append(inBlock ? "}" : random.nextBoolean() ? "if (env.chance(2)) {" : loop).append("\n");
        inBlock = !inBlock;
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    /** The value of a variable of the type, if there is one, or another value. */
    private String taken(String type) {
        List<Variable> same = variables.stream().filter(variable -> variable.type().equals(type)).toList();
        return same.isEmpty() || random.nextBoolean() ? value(type) : same.get(random.nextInt(same.size())).name();
    }

    private String value(String type) {
        int number = random.nextInt(100);
        if (number < 12 && !PRIMITIVES.contains(type)) {
            return "(" + type + ") null";
        }
        return switch (type) {
            case "int" -> Integer.toString(number);
            case "long" -> number + "L";
            case "double" -> number + ".5";
            case "byte" -> "(byte) " + number;
            case "boolean" -> Boolean.toString(number % 2 == 0);
            case "Integer" -> "(Integer) " + number;
            case "String[]" -> "new String[] {\"a" + number + "\"}";
            default -> "(" + type + ") \"t" + number + "\"";
        };
    }
}
