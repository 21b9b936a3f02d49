package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.asyncjava.compiler.source.IncrementalCheck;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.transformer.files.FileTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at again in the next build. */
class IncrementalCheckTest {
    private static final String WORK = "package shop; public interface Work { @org.asyncjava.Async"
            + " java.util.concurrent.CompletableFuture<Integer> run(); }";
    private static final String USER = """
            package shop;
            import java.util.concurrent.CompletableFuture;
            class User {
                Work work(CompletableFuture<Integer> f) { return () -> CompletableFuture.completedFuture(org.asyncjava.Await.await(f)); }
            }
            """;

    @TempDir
    Path directory;
    private long time = 1_000_000;

    @BeforeEach
    void makeSources() throws IOException {
        write("Work.java", WORK);
        write("User.java", USER);
        write("Other.java", "package shop; class Other { }");
        assertThat(looked(check("1"))).containsExactly("Other.java", "User.java", "Work.java");
    }

    /** Each file that is written is newer than all others, however fast the machine is. */
    private void write(String file, String text) throws IOException {
        time += 1000;
        Files.setLastModifiedTime(Files.writeString(directory.resolve(file), text), FileTime.fromMillis(time));
    }

    private SourceReport check(String circumstances) throws IOException {
        SourceCheck check = new SourceCheck(StandardCharsets.UTF_8, List.of());
        return new IncrementalCheck(check, directory.resolve("target/checked.txt"), circumstances).check(FileTree.below(directory, ".java").files());
    }

    private static List<String> looked(SourceReport report) {
        return report.checked().stream().map(file -> file.getFileName().toString()).toList();
    }

    private static List<String> found(SourceReport report) {
        return report.all().stream().map(violation -> violation.position().file() + " " + violation.rule().code()).toList();
    }

    @Test
    void nothingIfNothingHasChanged() throws IOException {
        assertThat(looked(check("1"))).isEmpty();
    }

    @Test
    void theFileAloneIfOnlyABodyHasChanged() throws IOException {
        write("User.java", USER.replace("completedFuture(", "completedFuture(1 + "));
        assertThat(looked(check("1"))).containsExactly("User.java");
        write("Other.java", "package shop; class Other { int size; }");
        assertThat(looked(check("1"))).containsExactly("Other.java");
    }

    @Test
    void everythingIfAFunctionalInterfaceIsNoLongerAsync() throws IOException {
        write("Work.java", WORK.replace("@org.asyncjava.Async", "/* not Async */"));
        SourceReport report = check("1");
        assertThat(looked(report)).hasSize(3);
        assertThat(found(report)).containsExactly("User.java AJ001");
        assertThat(found(check("1"))).containsExactly("User.java AJ001");
        write("Work.java", WORK);
        assertThat(found(check("1"))).isEmpty();
    }

    @Test
    void everythingIfAMethodBecomesAnEntryPoint() throws IOException {
        String job = "package shop; class Job { %s static int run() { return 0; } }";
        write("Job.java", job.formatted("@Deprecated"));
        write("User.java", USER.replace("completedFuture(", "completedFuture(Job.run() + "));
        assertThat(found(check("1"))).isEmpty();
        write("Job.java", job.formatted("@org.asyncjava.AsyncEntry"));
        assertThat(found(check("1"))).containsExactly("User.java AJ103");
    }

    @Test
    void everythingIfASuperclassGetsAMethodThatHidesTheImportedOne() throws IOException {
        write("Base.java", "package shop; class Base { /* await */ }");
        write("Heir.java", "package shop; import static org.asyncjava.Await.await; class Heir extends Base { Object own() { return await(null); } }");
        assertThat(found(check("1"))).containsExactly("Heir.java AJ001");
        write("Base.java", "package shop; class Base { Object await(Object x) { return x; } }");
        assertThat(found(check("1"))).isEmpty();
        write("Base.java", "package shop; class Base { /* await */ }");
        assertThat(found(check("1"))).containsExactly("Heir.java AJ001");
    }

    @Test
    void everythingIfAFileThatOthersDependOnIsGone() throws IOException {
        write("Base.java", "package shop; class Base { Object await(Object x) { return x; } }");
        write("Heir.java", "package shop; import static org.asyncjava.Await.await; class Heir extends Base { Object own() { return await(null); } }");
        assertThat(found(check("1"))).isEmpty();
        Files.delete(directory.resolve("Base.java"));
        assertThat(looked(check("1"))).hasSize(4);
    }

    @Test
    void everythingUnderOtherCircumstances() throws IOException {
        assertThat(looked(check("2"))).hasSize(3);
        assertThat(looked(check("2"))).isEmpty();
    }

    @Test
    void everythingIfTheMemoryIsDamaged() throws IOException {
        Files.write(directory.resolve("target/checked.txt"), new byte[] {(byte) 0xff, '\n', 1});
        assertThat(looked(check("1"))).hasSize(3);
        Files.writeString(directory.resolve("target/checked.txt"), "1");
        assertThat(looked(check("1"))).hasSize(3);
    }
}
