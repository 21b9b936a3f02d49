package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --sarif} writes keeps the schema that OASIS has published. */
class SarifReportTest {
    private static JsonSchema schema;

    @TempDir
    Path directory;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream published = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(published, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        }
    }

    private String report(Path classes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true);
        String[] arguments = Arrays.stream(AwaitRule.values()).filter(rule -> rule.code().startsWith("AJ1"))
                .map(rule -> "--rule=" + rule.code() + "=warning").toArray(String[]::new);
        String[] all = Arrays.copyOf(arguments, arguments.length + 5);
        System.arraycopy(new String[] {"--check", "--sarif", "--classpath", Compilation.ANNOTATIONS.toString(), classes.toString()}, 0,
                all, arguments.length, 5);
        new Main(stream, stream, PathSyntax.ofThisMachine()).run(all);
        return out.toString();
    }

    @Test
    void brokenRulesOfBothLevels() {
        Compilation.of(directory.resolve("classes"), "shop/Gr\u00f6\u00dfe", """
                package shop;
                class Gr\u00f6\u00dfe {
                    Object plain(java.util.concurrent.CompletableFuture<?> x) { return org.asyncjava.Await.await(x); }
                    @org.asyncjava.Async java.util.concurrent.CompletableFuture<?> idle() throws Exception { Thread.sleep(1); return null; }
                    @org.asyncjava.Async java.util.concurrent.CompletableFuture<Integer> one() {
                        return java.util.concurrent.CompletableFuture.completedFuture(1); }
                    @org.asyncjava.Async int number() { return 1; }
                }
                """, "-encoding", "UTF-8");
        String report = report(directory.resolve("classes"));
        assertThat(report).contains("\"ruleId\":\"AJ001\"", "\"ruleId\":\"AJ005\"", "\"ruleId\":\"AJ101\"", "\"ruleId\":\"AJ103\"")
                .contains("\"uri\":\"shop/Gr%C3%B6%C3%9Fe.java\"");
        assertThat(schema.validate(report, InputFormat.JSON)).isEmpty();
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("two words [100%] #1"));
        Files.writeString(classes.resolve("Damaged.class"), "Lorg/asyncjava/Async;");
        String report = report(classes);
        assertThat(report).contains("two%20words%20%5B100%25%5D%20%231/Damaged.class");
        assertThat(schema.validate(report, InputFormat.JSON)).isEmpty();
    }

    @Test
    void nothingToReport() throws IOException {
        assertThat(schema.validate(report(Files.createDirectories(directory.resolve("classes"))), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        String report = report(Files.createDirectories(directory.resolve("classes")));
        assertThat(schema.validate(report.replace("\"results\":[]", "\"results\":[{\"ruleId\":\"AJ001\"}]"), InputFormat.JSON)).isNotEmpty();
        assertThat(schema.validate(report.replace("2.1.0\",\"runs", "2.0.0\",\"runs"), InputFormat.JSON)).isNotEmpty();
    }
}
