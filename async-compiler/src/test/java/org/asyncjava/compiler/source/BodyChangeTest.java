package org.asyncjava.compiler.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.Test;

/** What is made of a file when only the body that has changed is parsed is what is made of it from the start. */
class BodyChangeTest {
    private static final int EDITS = Integer.getInteger("async.random.edits", 25);
    private static final List<String> SNIPPETS = List.of("await(", ");", "{", "}", "int x = 1;", "var y = 2;\n", "yield 3;", "return", "/*", "*/", "//", "\"", "\"\"\"", "\r", "\n\n",
            "class X { ", "() -> {", "}\n void m() {", "switch (x) { case 1 -> {", "'", "if (a < b", "(A<B>)", "@Deprecated ", "\t\u00E4");

    private final SourceParser parser = new SourceParser();
    private int inBodies;

    @Test
    void edits() throws Exception {
        long seed = Long.getLong("async.random.seed", System.nanoTime());
        CompletableFuture<Void> done = new CompletableFuture<>();
        LiveSources.thread(() -> {
            try {
                for (Path file : Promises.corpus()) {
                    edit(Files.readString(file), new Random(seed + file.getFileName().hashCode()));
                }
                done.complete(null);
            } catch (Throwable failure) {
                done.completeExceptionally(new AssertionError("-Dasync.random.seed=" + seed, failure));
            }
        }, "edits").start();
        done.get();
        assertThat(inBodies).isGreaterThan(EDITS);
    }

    private void edit(String original, Random random) throws IOException {
        String text = original;
        Optional<CompilationUnit> unit = parser.parse(text);
        for (int edit = 0; edit < EDITS; edit++) {
            String edited = edit % 6 == 5 ? original : edited(text, random);
            String before = text;
            Optional<CompilationUnit> known = unit;
            boolean isMade = BodyChange.of(before, edited).filter(change -> known.isPresent() && change.make(known.get(), parser)).isPresent();
            Optional<CompilationUnit> fresh = parser.parse(edited);
            if (isMade) {
                inBodies++;
                assertThat(lines(known)).as("%s%n->%n%s", before, edited).isEqualTo(lines(fresh));
            } else {
                unit = fresh;
            }
            text = edited;
        }
    }

    private static String edited(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + (random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(4)));
        return text.substring(0, from) + (random.nextInt(4) > 0 ? SNIPPETS.get(random.nextInt(SNIPPETS.size())) : "") + text.substring(to);
    }

    private static String lines(Optional<CompilationUnit> unit) {
        StringBuilder lines = new StringBuilder();
        unit.ifPresent(known -> add(known, lines));
        return lines.toString();
    }

    private static void add(Node node, StringBuilder lines) {
        lines.append(node.getClass().getSimpleName()).append(' ').append(node.getRange().map(Object::toString).orElse("nowhere"));
        if (node.getChildNodes().isEmpty()) {
            lines.append(' ').append(node);
        }
        lines.append('\n');
        node.getChildNodes().forEach(child -> add(child, lines));
    }
}
