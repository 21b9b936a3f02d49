package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.compiler.source.LiveFile;
import org.asyncjava.compiler.source.LiveFinding;
import org.asyncjava.compiler.source.LiveSources;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.compiler.source.SourceText;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found while somebody types is what a check of the same texts finds that knows nothing of what was there before. */
class LiveSourcesTest {
    private static final int EDITS = Integer.getInteger("async.random.edits", 60);
    private static final List<String> SNIPPETS = List.of("await(", ");", "{", "}", "@Async ", "@org.asyncjava.Async\n", "synchronized (this) {", "class X { ",
            "return null;", "interface Callee { @org.asyncjava.Async java.util.concurrent.CompletableFuture<Object> ask(); }", "/*", "*/", "\"", "\\u0041", "\u00E4",
            "extends ", "() -> ", "import static org.asyncjava.Await.*;\n");

    @TempDir
    private Path root;
    private final Map<Path, String> texts = new HashMap<>();

    @Test
    void edits() throws Exception {
        long seed = Long.getLong("async.random.seed", System.nanoTime());
        CompletableFuture<Void> done = new CompletableFuture<>();
        LiveSources.thread(() -> {
            try {
                edit(new Random(seed));
                done.complete(null);
            } catch (Throwable failure) {
                done.completeExceptionally(new AssertionError("-Dasync.random.seed=" + seed, failure));
            }
        }, "edits").start();
        done.get();
    }

    private void edit(Random random) throws IOException {
        List<Path> files = files();
        LiveSources live = new LiveSources(SourceText.in(StandardCharsets.UTF_8), ReadableClasses.of(List.of()), CallAnnotations.known());
        live.read(files);
        for (int edit = 0; edit < EDITS; edit++) {
            Path edited = files.get(random.nextInt(files.size()));
            String text = random.nextInt(8) == 0 ? Files.readString(edited) : edited(texts.get(edited), random);
            texts.put(edited, text);
            if (random.nextInt(6) == 0) {
                Files.writeString(edited, text);
                live.close(edited);
            } else {
                live.open(edited, text);
            }
            Path other = files.get(random.nextInt(files.size()));
            SourceReport fresh = new SourceCheck(file -> SourceText.of(texts.get(file)), List.of(ReadableClasses.of(List.of())), () -> { }, CallAnnotations.known())
                    .check(files);
            assertSame(live.look(edited), fresh, edited, edit);
            assertSame(live.look(other), fresh, other, edit);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> corpus = Promises.corpus();
        for (int i = 0; i < corpus.size(); i += 3) {
            files.add(root.resolve(corpus.get(i).getFileName()));
            texts.put(files.get(files.size() - 1), Files.readString(corpus.get(i)));
        }
        for (Path file : files) {
            Files.writeString(file, texts.get(file));
        }
        return files;
    }

    private static String edited(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + (random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(4)));
        return text.substring(0, from) + (random.nextBoolean() ? SNIPPETS.get(random.nextInt(SNIPPETS.size())) : "") + text.substring(to);
    }

    private static void assertSame(LiveFile live, SourceReport fresh, Path file, int edit) {
        List<String> expected = fresh.violations().getOrDefault(file, List.of()).stream().sorted().map(Violation::text).toList();
        assertThat(live.findings()).extracting(finding -> finding.violation().text()).as("edit %d, %s", edit, file).isEqualTo(expected);
        assertThat(live.remark()).isEqualTo(java.util.Optional.ofNullable(fresh.remarks().get(file)));
        assertThat(live.findings()).extracting(LiveFinding::at).allSatisfy(at -> assertThat(at.endLine() * 10_000 + at.endColumn())
                .isGreaterThan(at.line() * 10_000 + at.column()));
    }
}
