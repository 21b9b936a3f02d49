package org.asyncjava.transformer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassFacts;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassRead;
import org.asyncjava.transformer.testing.Compilation;
import org.asyncjava.transformer.testing.Promises;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every source of the corpus is reported exactly as its comments promise. HARD_CASES 16, 38-42, 44, 51, 88. */
class RulesCorpusTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyPromiseIsKeptAndNothingElseIsReported() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () ->
                assertThat(Promises.foundInBytecode(violations(source, "-g"))).isEqualTo(Promises.of(source).inBytecode())));
    }

    @TestFactory
    Stream<DynamicTest> theCodeOfEclipsesCompilerBreaksTheSameRules() throws IOException { // HARD_CASES 96
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            List<Violation> violations = violations(new EclipseCompiler(), source, "-g", "--release", Promises.release(source));
            assertThat(Promises.foundInBytecode(violations)).isEqualTo(Promises.of(source).inBytecode());
        }));
    }

    @TestFactory
    Stream<DynamicTest> aClassWithoutDebugInformationBreaksTheSameRules() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            TreeSet<String> promised = new TreeSet<>();
            Promises.of(source).inBytecode().forEach(promise -> promised.add(promise.substring(0, 5)));
            TreeSet<String> reported = new TreeSet<>();
            violations(source, "-g:none").forEach(violation -> reported.add(violation.rule().code()));
            assertThat(reported).isEqualTo(promised);
        }));
    }

    @Test
    void noLineIsReportedTwice() throws IOException {
        List<Violation> violations = violations(Path.of("src/test/rules/AwaitOutsideAsync.java"));
        assertThat(violations.stream().map(violation -> violation.position().line())).doesNotHaveDuplicates();
    }

    /** But for the one about sources that do not compile, which have a corpus of their own beside the compiler plugin. */
    @Test
    void everyRuleHasATargetInTheCorpusAndAPage() throws IOException {
        StringBuilder promised = new StringBuilder();
        for (Path source : Promises.corpus()) {
            promised.append(Promises.of(source).found());
        }
        for (AwaitRule rule : AwaitRule.values()) {
            assertThat(promised.toString().contains(rule.code()) || rule == AwaitRule.REFUSED_BY_COMPILER).as(rule.code()).isTrue();
            assertThat(Path.of("..").resolve(rule.docPage())).content().startsWith("# " + rule.code() + " ");
        }
    }

    private List<Violation> violations(Path source, String... options) throws IOException {
        return violations(ToolProvider.getSystemJavaCompiler(), source, options);
    }

    private List<Violation> violations(JavaCompiler compiler, Path source, String... options) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        List<String> all = new ArrayList<>(List.of("-sourcepath", "src/test/goldens/stubs"));
        all.addAll(List.of(options));
        Compilation compilation = Compilation.with(compiler, classes, List.of(source), all.toArray(String[]::new));
        try (ClassPath classPath = ClassPath.of(List.of(classes, Compilation.ANNOTATIONS))) {
            return compilation.classFiles().values().stream().flatMap(classFile -> violations(classFile, classPath).stream()).toList();
        }
    }

    private static List<Violation> violations(byte[] classFile, ClassPath classPath) {
        ClassFacts facts = ClassFacts.of(ClassRead.of(classFile).node(), classPath);
        List<Violation> found = new ArrayList<>(Violations.of(facts));
        found.addAll(Warnings.of(facts, CallAnnotations.known()));
        return found;
    }
}
