package org.asyncjava.transformer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.AsyncMethods;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.testing.Compilation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.ClassNode;

/** Every source of the corpus is reported exactly as its comments promise. HARD_CASES 16, 38-41, 44, 51, 88. */
class RulesCorpusTest {
    private static final Path CORPUS = Path.of("src/test/rules");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyPromiseIsKeptAndNothingElseIsReported() throws IOException {
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () ->
                assertThat(reported(violations(source))).containsExactlyElementsOf(Promises.of(source).found())));
    }

    @TestFactory
    Stream<DynamicTest> theCodeOfEclipsesCompilerBreaksTheSameRules() throws IOException { // HARD_CASES 96
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            List<Violation> violations = violations(new EclipseCompiler(), source, "-g", "--release", "17");
            assertThat(reported(violations)).containsExactlyElementsOf(Promises.of(source).found());
        }));
    }

    @TestFactory
    Stream<DynamicTest> aClassWithoutDebugInformationBreaksTheSameRules() throws IOException {
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            TreeSet<String> promised = new TreeSet<>();
            Promises.of(source).found().forEach(promise -> promised.add(promise.substring(0, 5)));
            TreeSet<String> reported = new TreeSet<>();
            violations(source, "-g:none").forEach(violation -> reported.add(violation.rule().code()));
            assertThat(reported).isEqualTo(promised);
        }));
    }

    @Test
    void noLineIsReportedTwice() throws IOException {
        List<Violation> violations = violations(CORPUS.resolve("AwaitOutsideAsync.java"));
        assertThat(violations.stream().map(violation -> violation.position().line())).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleHasATargetInTheCorpusAndAPage() throws IOException {
        StringBuilder promised = new StringBuilder();
        for (Path source : sources()) {
            promised.append(Promises.of(source).found());
        }
        for (AwaitRule rule : AwaitRule.values()) {
            assertThat(promised).contains(rule.code());
            assertThat(Path.of("..").resolve(rule.docPage())).content().startsWith("# " + rule.code() + " ");
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    private static TreeSet<String> reported(List<Violation> violations) {
        TreeSet<String> reported = new TreeSet<>();
        violations.forEach(violation -> reported.add(Promises.promise(violation.rule().code(), violation.position().line())));
        return reported;
    }

    private List<Violation> violations(Path source, String... options) throws IOException {
        return violations(ToolProvider.getSystemJavaCompiler(), source, options);
    }

    private List<Violation> violations(JavaCompiler compiler, Path source, String... options) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        Compilation compilation = Compilation.with(compiler, classes, List.of(source), options);
        try (ClassPath classPath = ClassPath.of(List.of(classes, Compilation.ANNOTATIONS))) {
            return compilation.classFiles().values().stream().flatMap(classFile -> violations(classFile, classPath).stream()).toList();
        }
    }

    private static List<Violation> violations(byte[] classFile, ClassPath classPath) {
        ClassNode node = ClassRead.of(classFile).node();
        return Violations.of(node, AsyncMethods.of(node, classPath), classPath);
    }
}
