package org.asyncjava.it.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Compilation;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.asyncjava.transformer.read.CodeLengths;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HotSpot compiles no method of more than 8,000 bytes: whoever gets over that by the transformation is told. */
class CompileLimitTest {
    private static final int LIMIT = 8_000;
    /** {@code sum = sum * 31 + 5} of longs. */
    private static final int STATEMENT = 10;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void aMethodThatIsNotCompiledAnyMoreIsReported(Flavour flavour) throws IOException {
        int before = compile(flavour, most(flavour));
        assertThat(before).isBetween(LIMIT - STATEMENT, LIMIT);
        List<String> warnings = transform().warnings();
        int after = lengths().entrySet().stream().filter(method -> method.getKey().startsWith("run(LLarge$run$Async1;"))
                .mapToInt(Map.Entry::getValue).findFirst().orElseThrow();
        assertThat(after).isGreaterThan(LIMIT);
        assertThat(warnings).containsExactly("Large.java:[7] Large.run grows from " + before + " to " + after
                + " bytes of code, and HotSpot compiles no method of more than 8000: divide it into several methods, or it stays interpreted ("
                + directory.resolve("Large.class") + ")");
    }

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void aMethodThatStaysBelowIsNot(Flavour flavour) throws IOException {
        compile(flavour, most(flavour) - 10);
        assertThat(transform().warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void aMethodThatWasTooLargeBeforeIsNot(Flavour flavour) throws IOException {
        assertThat(compile(flavour, most(flavour) + 1)).isGreaterThan(LIMIT);
        assertThat(transform().warnings()).isEmpty();
    }

    /** With so many statements the method as it is compiled is just within the limit. */
    private int most(Flavour flavour) throws IOException {
        int few = 100;
        return few + (LIMIT - compile(flavour, few)) / STATEMENT;
    }

    private int compile(Flavour flavour, int statements) throws IOException {
        String source = """
                import static org.asyncjava.Await.await;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.Coroutine;
                public class Large {
                    @Async
                    public static Coroutine<Long> run(java.util.concurrent.CompletableFuture<Long> operand) {
                        long sum = await(operand);
                """ + "sum = sum * 31 + 5;\n".repeat(statements) + "return Coroutine.of(sum);\n}\n}\n";
        Compilation.run(Map.of("Large.java", flavour.of(source)), Dialect.of(17, "-g"), directory);
        return lengths().entrySet().stream().filter(method -> method.getKey().startsWith("run(Ljava/"))
                .mapToInt(Map.Entry::getValue).findFirst().orElseThrow();
    }

    private Map<String, Integer> lengths() throws IOException {
        return CodeLengths.over(0, Files.readAllBytes(directory.resolve("Large.class")));
    }

    private Report transform() {
        return new TransformerRun(List.of(directory), Build.classPath(), TransformerOptions.defaults()).transform();
    }
}
