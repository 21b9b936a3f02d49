package org.asyncjava.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Methods at random that lock, unlock, await and jump in every statement Java has. Each call stands in a line of its own. */
final class RandomLocks {
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int labels;
    private int budget;

    private RandomLocks(long seed) {
        random = new Random(seed);
    }

    /** A class with many such methods. */
    static String source(String name, long seed, int methods) {
        RandomLocks source = new RandomLocks(seed);
        source.line("""
                import static org.asyncjava.Await.await;

                import java.util.List;
                import java.util.concurrent.CompletableFuture;
                import java.util.concurrent.locks.Lock;
                import java.util.concurrent.locks.ReentrantLock;
                import org.asyncjava.Async;

                class %s {
                    private final Lock lock = new ReentrantLock();
                    private int count;
                    private static boolean is(int number) {
                        return number > 3;
                    }
                    private static int work() {
                        return 3;
                    }
                """.formatted(name));
        for (int method = 0; method < methods; method++) {
            source.method(method);
        }
        source.line("}");
        return source.text.toString();
    }

    /** What a jump can name where it stands. */
    private record Around(boolean inLoop, boolean mayBreak, boolean mayReturn, boolean mayYield, String label) {
        Around loop(String own) {
            return new Around(true, true, mayReturn, false, own);
        }

        Around choice() {
            return new Around(inLoop, true, mayReturn, false, label);
        }

        Around value() {
            return new Around(false, false, false, true, null);
        }
    }

    private void line(String code) {
        text.append(code).append('\n');
    }

    private void method(int number) {
        budget = 14;
        line("@Async CompletableFuture<Integer> m" + number + "(CompletableFuture<Integer> source, List<Lock> locks) throws Exception {");
        line("int n = 0;");
        block(new Around(false, false, true, false, null), 0);
        line("return source;");
        line("}");
    }

    private void block(Around around, int depth) {
        int statements = 1 + random.nextInt(3);
        for (int i = 0; i < statements; i++) {
            statement(around, depth);
        }
    }

    private void statement(Around around, int depth) {
        int kind = depth > 4 || budget-- < 0 ? random.nextInt(6) : random.nextInt(20);
        switch (kind) {
            case 0 -> line("lock.lock();");
            case 1 -> line("lock.unlock();");
            case 2, 3 -> line("await(source);");
            case 4 -> line("count = work();");
            case 5 -> jump(around);
            case 6 -> {
                line("if (" + condition() + ") {");
                block(around, depth + 1);
                line("} else {");
                block(around, depth + 1);
                line("}");
            }
            case 7 -> {
                line("if (" + condition() + ") {");
                block(around, depth + 1);
                line("}");
            }
            case 8, 9, 10, 11 -> loop(around, depth, kind);
            case 12 -> switchStatement(around, depth);
            case 13 -> switchExpression(around, depth);
            case 14 -> {
                line("n += " + condition() + "\n? " + value() + "\n: " + value() + ";");
            }
            case 15 -> {
                String label = "l" + labels++;
                line(label + ": {");
                block(around, depth + 1);
                line("if (is(n)) break " + label + ";");
                block(around, depth + 1);
                line("}");
            }
            case 16 -> {
                line("boolean got" + labels++ + " = " + condition() + ";");
            }
            default -> attempt(around, depth);
        }
    }

    private String value() {
        return switch (random.nextInt(3)) {
            case 0 -> "await(source)";
            case 1 -> "work()";
            default -> "n";
        };
    }

    private String condition() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> "lock.tryLock()";
            case 2 -> "!lock.tryLock()";
            case 3 -> "is(n)\n&& " + condition();
            case 4 -> "lock.tryLock()\n|| is(await(source))";
            case 5 -> "!(is(n)\n|| " + condition() + ")";
            case 6 -> "is(await(source))";
            default -> "is(n)";
        };
    }

    private void jump(Around around) {
        List<String> ways = new ArrayList<>(List.of("throw new IllegalStateException();", "work();"));
        if (around.inLoop) {
            ways.add("continue;");
            ways.add("break " + around.label + ";");
            ways.add("continue " + around.label + ";");
        }
        if (around.mayBreak) {
            ways.add("break;");
        }
        if (around.mayReturn) {
            ways.add("return source;");
        }
        if (around.mayYield) {
            ways.add("yield await(source);");
        }
        line("if (is(n)) " + ways.get(random.nextInt(ways.size())));
    }

    private void loop(Around around, int depth, int kind) {
        String label = "l" + labels++;
        Around inside = around.loop(label);
        line(label + ":");
        switch (kind) {
            case 8 -> line("while (" + condition() + ") {");
            case 9 -> line("do {");
            case 10 -> line("for (; " + condition() + ";\n" + (random.nextBoolean() ? "lock.unlock()" : "lock.lock()") + ") {");
            default -> line("for (Lock each" + label + " : locks) {");
        }
        block(inside, depth + 1);
        line(kind == 9 ? "} while (" + condition() + ");" : "}");
    }

    private void switchStatement(Around around, int depth) {
        boolean arrows = random.nextBoolean();
        line("switch (work()) {");
        for (int each = 0; each < 3; each++) {
            line("case " + each + (arrows ? " -> {" : ":"));
            block(around.choice(), depth + 1);
            if (arrows) {
                line("}");
            } else if (random.nextBoolean()) {
                line("break;");
            }
        }
        if (random.nextBoolean()) {
            line(arrows ? "default -> {" : "default:");
            block(around.choice(), depth + 1);
            line(arrows ? "}" : "");
        }
        line("}");
    }

    private void switchExpression(Around around, int depth) {
        line("n += switch (work()) {");
        line("case 1 -> " + value() + ";");
        line("case 2 -> {");
        block(around.value(), depth + 1);
        line("yield " + value() + ";");
        line("}");
        line("default -> " + value() + ";");
        line("};");
    }

    private void attempt(Around around, int depth) {
        boolean resource = random.nextInt(4) == 0;
        line(resource ? "try (AutoCloseable open" + labels++ + " = () -> { }) {" : "try {");
        block(around, depth + 1);
        int clauses = random.nextInt(3);
        if (clauses > 0) {
            line("} catch (" + (random.nextBoolean() ? "IllegalStateException" : "Throwable") + " failure" + labels++ + ") {");
            block(around, depth + 1);
        }
        if (clauses == 0 && !resource || random.nextBoolean()) {
            line("} finally {");
            block(around, depth + 1);
        }
        line("}");
    }
}
