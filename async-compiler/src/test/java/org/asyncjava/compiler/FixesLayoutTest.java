package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.fix.Fixes;
import org.asyncjava.compiler.fix.TextChange;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fix leaves the layout of a file as it is, and puts what it adds where somebody would have put it. Nothing is known of the class path here. */
class FixesLayoutTest {
    private static final String VISIT = """
            package shop;

            import static org.asyncjava.Await.await;

            class Shop {
              void visit(java.util.concurrent.CompletableFuture<String> name) {
                await(name);
              }
            }
            """;
    private static final String VISITED = """
            package shop;

            import static org.asyncjava.Await.await;

            import org.asyncjava.Async;
            import org.asyncjava.runtime.Coroutine;

            class Shop {
              @Async
              Coroutine<Void> visit(java.util.concurrent.CompletableFuture<String> name) {
                await(name);
                return Coroutine.done();
              }
            }
            """;

    private static CheckedSource checked(String text) {
        return CheckedSource.alone(Path.of("Shop.java"), text, List.of()).orElseThrow();
    }

    /** What the first fix for the first report makes. */
    private static String mended(String text) {
        CheckedSource source = checked(text);
        return fixes(source).get(0).applied(text);
    }

    private static List<Fix> fixes(CheckedSource source) {
        Violation first = source.violations().get(0);
        return Fixes.of(source, first);
    }

    @Test
    void aMethodBecomesAsync() {
        assertThat(mended(VISIT)).isEqualTo(VISITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void otherLineEndsAreKept(String lineEnd) {
        assertThat(mended(VISIT.replace("\n", lineEnd))).isEqualTo(VISITED.replace("\n", lineEnd));
    }

    @Test
    void tabsAreKept() {
        assertThat(mended(VISIT.replace("    ", "\t\t").replace("  ", "\t"))).isEqualTo(VISITED.replace("    ", "\t\t").replace("  ", "\t"));
    }

    @Test
    void aByteOrderMarkIsCounted() {
        assertThat(mended("\uFEFF" + VISIT)).isEqualTo("\uFEFF" + VISITED);
    }

    @Test
    void placesAreCountedInUnitsOfUtf16AndUnicodeEscapesAsTheyAreWritten() {
        String smile = "/* \uD83D\uDE00 \\u0061 */ ";
        assertThat(mended(VISIT.replace("    await(name)", "    " + smile + "await(name)")))
                .isEqualTo(VISITED.replace("    await(name)", "    " + smile + "await(name)"));
    }

    @Test
    void changesAreInOrderAndDoNotOverlap() {
        List<TextChange> changes = fixes(checked(VISIT)).get(0).changes();
        for (int index = 1; index < changes.size(); index++) {
            assertThat(changes.get(index).start()).isGreaterThan(changes.get(index - 1).end());
        }
        assertThat(changes).hasSize(3);
    }

    @Test
    void aFileWithoutImportsAndPackage() {
        assertThat(mended("// first\n\n/** A shop. */\nclass Shop { void visit(Name s) { org.asyncjava.Await.await(s); } }")).isEqualTo(
                "// first\n\nimport org.asyncjava.Async;\nimport org.asyncjava.runtime.Coroutine;\n\n/** A shop. */\n"
                        + "class Shop { @Async Coroutine<Void> visit(Name s) { org.asyncjava.Await.await(s); return Coroutine.done(); } }");
    }

    @Test
    void aFileWithAPackageAlone() {
        assertThat(mended("package shop; // it is\nclass Shop {\n\tvoid visit(Name s) {\n\t\torg.asyncjava.Await.await(s);\n\t}\n}")).isEqualTo(
                "package shop; // it is\n\nimport org.asyncjava.Async;\nimport org.asyncjava.runtime.Coroutine;\nclass Shop {\n"
                        + "\t@Async\n\tCoroutine<Void> visit(Name s) {\n\t\torg.asyncjava.Await.await(s);\n\t\treturn Coroutine.done();\n\t}\n}");
    }

    @Test
    void importsInSomeOrder() {
        String imports = "import org.zoo.Zoo;\nimport org.asyncjava.Await; // ours\n\nimport java.util.List;\n";
        assertThat(mended(imports + "class Shop { void visit(Name s) { Await.await(s); } }")).startsWith("import org.zoo.Zoo;\n"
                + "import org.asyncjava.Await; // ours\nimport org.asyncjava.Async;\nimport org.asyncjava.runtime.Coroutine;\n\nimport java.util.List;\n");
    }

    @Test
    void importsInGroups() {
        String imports = "import java.util.List;\nimport java.util.Map;\n\nimport org.asyncjava.Await;\n\nimport zoo.Zoo;\n";
        assertThat(mended(imports + "class Shop { @org.asyncjava.Async org.asyncjava.runtime.Coroutine<Void> visit(Name s) { Await.await(s); Thread.sleep(1); } }"))
                .startsWith("import static org.asyncjava.runtime.Coroutines.sleep;\n\nimport java.time.Duration;\nimport java.util.List;\n").contains("Await.await(s); Await.await(sleep(Duration.ofMillis(1)));");
    }

    @Test
    void anImportInAGroupOfItsOwn() {
        String imports = "import static org.asyncjava.Await.await;\n\nimport java.util.List;\n\nimport org.asyncjava.Async;\n\nimport zoo.Zoo;\n";
        assertThat(mended(imports + "class Shop { void visit(Name s) { await(s); } }")).startsWith("import static org.asyncjava.Await.await;\n\n"
                + "import java.util.List;\n\nimport org.asyncjava.Async;\nimport org.asyncjava.runtime.Coroutine;\n\nimport zoo.Zoo;\n");
    }

    @Test
    void importsOfWholePackages() {
        assertThat(mended("import org.asyncjava.*;\nimport org.asyncjava.runtime.*;\nimport java.util.concurrent.*;\nclass Shop { int visit(CompletableFuture<Integer> s) { return Await.await(s); } }"))
                .isEqualTo("import org.asyncjava.*;\nimport org.asyncjava.runtime.*;\nimport java.util.concurrent.*;\n"
                        + "class Shop { @Async Coroutine<Integer> visit(CompletableFuture<Integer> s) { return Coroutine.of(Await.await(s)); } }");
    }

    @Test
    void anotherAwaitThatIsImported() {
        String text = "import static org.awaitility.Awaitility.await;\nclass Shop { @org.asyncjava.Async org.asyncjava.runtime.Coroutine<Void> visit(java.util.concurrent.CompletableFuture<Void> s) {\n"
                + "org.asyncjava.Await.await(s); s.join(); return null; } }";
        assertThat(mended(text)).contains("; Await.await(s); ").startsWith("import static org.awaitility.Awaitility.await;\n\nimport org.asyncjava.Await;\n");
    }

    /** What is not finished is mended beside. */
    @Test
    void codeThatIsNotFinished() {
        assertThat(mended(VISIT.replace("await(name);", "await(name);\n    int next = ;"))).isEqualTo(VISITED.replace("await(name);", "await(name);\n    int next = ;"));
    }
}
