package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources as they come: unfinished, odd, huge, broken. */
class AwkwardSourcesTest {
    private static final String WRONG = """
            import static org.asyncjava.Await.await;
            class Shop {
                int total(java.util.concurrent.CompletableFuture<Integer> price) {
                    return await(price);
                }
            }
            """;

    @TempDir
    Path directory;

    private SourceReport check(Charset encoding, byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("Shop.java"), bytes);
        return assertTimeoutPreemptively(Duration.ofMinutes(30), () -> new SourceCheck(encoding, List.of()).check(List.of(file)));
    }

    private List<String> found(String source) throws IOException {
        return check(StandardCharsets.UTF_8, source.getBytes(StandardCharsets.UTF_8)).all().stream()
                .map(violation -> violation.position().text() + " " + violation.rule().code()).toList();
    }

    @Test
    void windowsLineEnds() throws IOException {
        assertThat(found(WRONG.replace("\n", "\r\n"))).containsExactly("Shop.java:[4,16] AJ001");
    }

    @Test
    void oldMacLineEnds() throws IOException {
        assertThat(found(WRONG.replace("\n", "\r"))).containsExactly("Shop.java:[4,16] AJ001");
    }

    @Test
    void byteOrderMark() throws IOException {
        assertThat(found("\uFEFF" + WRONG)).containsExactly("Shop.java:[4,16] AJ001");
    }

    @Test
    void unicodeEscapes() throws IOException {
        assertThat(found(WRONG.replace("return await(", "return \\u0061wait("))).containsExactly("Shop.java:[4,16] AJ001");
    }

    @Test
    void anotherEncoding() throws IOException {
        byte[] bytes = ("// M\u00fcller\n" + WRONG).getBytes(StandardCharsets.ISO_8859_1);
        SourceReport report = check(StandardCharsets.ISO_8859_1, bytes);
        assertThat(report.all()).hasSize(1);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void utf16() throws IOException {
        SourceReport report = check(StandardCharsets.UTF_16, WRONG.getBytes(StandardCharsets.UTF_16));
        assertThat(report.all()).extracting(violation -> violation.position().text()).containsExactly("Shop.java:[4,16]");
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void aFileInAnotherEncodingThanIsSaidIsCheckedAsFarAsItCanBeReadAndNamedOnce() throws IOException {
        Path file = directory.resolve("Shop.java");
        SourceReport latin = check(StandardCharsets.UTF_8, ("// M\u00fcller\n" + WRONG).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.all()).hasSize(1);
        assertThat(latin.remarks()).containsOnly(Map.entry(file, "is not in the encoding UTF-8; what could be read of it is checked"));
        SourceReport wide = check(StandardCharsets.UTF_8, WRONG.getBytes(StandardCharsets.UTF_16));
        assertThat(wide.all()).isEmpty();
        assertThat(wide.remarks()).containsOnlyKeys(file);
    }

    @Test
    void codeThatIsNotFinished() throws IOException {
        String unfinished = WRONG.replace("return await(price);", "return await(price);\n        int next = ;\n        this.");
        assertThat(found(unfinished)).containsExactly("Shop.java:[4,16] AJ001");
    }

    @Test
    void aMethodThatIsMissingItsEnd() throws IOException {
        SourceReport report = check(StandardCharsets.UTF_8, "class Shop { int total() { await(".getBytes(StandardCharsets.UTF_8));
        assertThat(report.all()).isEmpty();
    }

    @Test
    void noJavaAtAll() throws IOException {
        byte[] noise = new byte[10_000];
        new java.util.Random(1).nextBytes(noise);
        byte[] marked = "await ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(marked, 0, noise, 0, marked.length);
        assertThat(check(StandardCharsets.UTF_8, noise).all()).isEmpty();
    }

    @Test
    void fiftyThousandLines() throws IOException {
        StringBuilder source = new StringBuilder("class Shop {\n");
        for (int number = 0; number < 16_000; number++) {
            source.append("    int method").append(number).append("(int x) {\n        return x + 1;\n    }\n");
        }
        source.append("    int last(java.util.concurrent.CompletableFuture<Integer> f) {\n        return org.asyncjava.Await.await(f);\n    }\n}\n");
        assertThat(found(source.toString())).containsExactly("Shop.java:[48003,36] AJ001");
    }

    @Test
    void deepNesting() throws IOException {
        String parentheses = WRONG.replace("await(price)", "(".repeat(3000) + "await(price)" + ")".repeat(3000));
        assertThat(found(parentheses)).containsExactly("Shop.java:[4,3016] AJ001");
        String sum = WRONG.replace("await(price)", "1 + ".repeat(20_000) + "await(price)");
        assertThat(found(sum)).hasSize(1);
    }

    @Test
    void nestingThatNoStackHolds() throws IOException {
        String blocks = WRONG.replace("return await(price);", "{".repeat(200_000) + "}".repeat(200_000) + "return await(price);");
        SourceReport report = check(StandardCharsets.UTF_8, blocks.getBytes(StandardCharsets.UTF_8));
        assertThat(report.all().size() + report.remarks().size()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        Path missing = directory.resolve("Missing.java");
        SourceReport report = new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(missing));
        assertThat(report.remarks()).containsOnlyKeys(missing);
        assertThat(report.remarks().get(missing)).startsWith("cannot be read: ");
    }

    @Test
    void classesInOtherFilesAreKnown() throws IOException {
        Path work = Files.writeString(directory.resolve("Work.java"), """
                package shop;
                import org.asyncjava.Async;
                public interface Work { @Async java.util.concurrent.CompletableFuture<Integer> run(); }
                """);
        Path base = Files.writeString(directory.resolve("Base.java"), "package shop; class Base { static int await(int x) { return x; } }");
        Path user = Files.writeString(directory.resolve("User.java"), """
                package shop.client;
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import shop.*;
                class User {
                    Work work(CompletableFuture<Integer> f) { return () -> CompletableFuture.completedFuture(await(f)); }
                    Runnable plain(CompletableFuture<Integer> f) { return () -> await(f); }
                    void unknown(CompletableFuture<Integer> f) { somebody.submit(() -> await(f)); }
                }
                """);
        Path heir = Files.writeString(directory.resolve("Heir.java"), """
                package shop;
                import static org.asyncjava.Await.*;
                class Heir extends Base { int own() { return await(1); } }
                """);
        List<Path> files = new ArrayList<>(List.of(work, base, user, heir));
        SourceReport report = new SourceCheck(StandardCharsets.UTF_8, List.of()).check(files);
        assertThat(report.all()).extracting(violation -> violation.position().text() + " " + violation.rule().code())
                .containsExactly("User.java:[7,65] AJ001");
    }

    @Test
    void theAnnotationOfAnotherLibraryIsNotOurs() throws IOException {
        assertThat(found("import org.springframework.scheduling.annotation.Async;\nclass Mailer { @Async void send() { Thread.sleep(1); } }"))
                .isEmpty();
    }

    /** Each of these refers to itself, which no compiler accepts and every editor sees while somebody types. */
    @ParameterizedTest
    @ValueSource(strings = {
            "class Odd { <T extends U, U extends T> void m(T t) { } }",
            "class Odd<T extends T> { @org.asyncjava.Async T m(T t) { return await(t); } }",
            "class Odd { <A extends B, B extends C, C extends A> A m(B b) { return m(b); } }",
            "class Odd extends Even { } class Even extends Odd { @org.asyncjava.Async Odd m() { return null; } }",
            "class Odd extends Odd { void m() { m(); this.m(); await(null); } }",
            "interface Odd extends Even { } interface Even extends Odd { Odd m(Odd o); static Odd n() { return o -> o.m(await(o)); } }",
            "class Odd { void m() { var x = x; x.m(); var y = z; var z = y; z.n(await(y)); } }",
            "class Odd { void m() { var x = x.m(x); x.join(); } }",
            "class Odd extends Odd.Inner { class Inner extends Odd { void m() { m(); } } }"})
    void whatRefersToItselfDoesNotKeepTheOthersFromBeingChecked(String odd) throws IOException {
        Path wrong = Files.writeString(directory.resolve("Shop.java"), WRONG);
        Path other = Files.writeString(directory.resolve("Odd.java"), "// await\nimport static org.asyncjava.Await.await;\n" + odd);
        SourceReport report = assertTimeoutPreemptively(Duration.ofSeconds(60),
                () -> new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(other, wrong)));
        assertThat(report.violations().get(wrong)).extracting(violation -> violation.rule().code()).containsExactly("AJ001");
        assertThat(report.checked()).containsExactlyInAnyOrder(other, wrong);
        assertThat(report.remarks()).isEmpty();
        assertThat(report.violations()).containsKey(other);
    }

    @Test
    void aCheckThatIsInterruptedDoesNotPassForOne() throws IOException {
        Path wrong = Files.writeString(directory.resolve("Shop.java"), WRONG);
        Thread.currentThread().interrupt();
        SourceReport report = new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(wrong));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.remarks()).containsOnly(Map.entry(wrong, "was not checked: somebody has interrupted the check"));
    }
}
