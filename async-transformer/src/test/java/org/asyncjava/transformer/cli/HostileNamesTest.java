package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Names in class files may have any characters, and end up in everything that is printed. */
class HostileNamesTest {
    private static final String MISPLACED = "Object load(CompletableFuture<?> source) { return org.asyncjava.Await.await(source); }";

    @TempDir
    Path directory;

    private static byte[] renamed(byte[] classFile, String methodName, String sourceFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitSource(String source, String debug) {
                super.visitSource(sourceFile, debug);
            }

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return super.visitMethod(access, name.equals("load") ? methodName : name, descriptor, signature, exceptions);
            }
        }, 0);
        return writer.toByteArray();
    }

    private String run(String member, String methodName, String sourceFile, String... options) throws IOException {
        Path classes = directory.resolve("classes");
        Compilation compiled = Compilation.of(classes, "Sample", "import java.util.concurrent.CompletableFuture; class Sample { " + member + " }");
        Files.write(classes.resolve("Sample.class"), renamed(compiled.classFile("Sample"), methodName, sourceFile));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] arguments = new String[options.length + 3];
        System.arraycopy(options, 0, arguments, 0, options.length);
        arguments[options.length] = "--classpath";
        arguments[options.length + 1] = Compilation.ANNOTATIONS + File.pathSeparator + runtime();
        arguments[options.length + 2] = classes.toString();
        new Main(stream, stream, PathSyntax.ofThisMachine()).run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path runtime() {
        Path runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        return runtime;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001bred", "a\n::error file=x::injected", "a\r::warning::injected", "a\u202eb", "a\u2028b", "a\u0085b", "a\u0000b", "a\ud800b"})
    void textIsOneLineOfPrintableCharacters(String name) throws IOException {
        String text = run(MISPLACED, name, name + ".java", "--check");
        assertThat(text.lines()).hasSize(2).noneMatch(line -> line.strip().startsWith("::"));
        assertThat(text.lines().findFirst().orElseThrow()).contains("AJ001 await in Sample.a").contains("\\u")
                .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202e\\ud800]");
    }

    @Test
    void aSourceFileCannotBeACommandEither() throws IOException {
        assertThat(run(MISPLACED, "load", "::error file=x::y", "--check")).startsWith("\\u003a:error file=x::y:[1] AJ001 ");
        assertThat(run(MISPLACED, "load", "a##[error]b", "--check")).startsWith("a\\u0023#[error]b:[1] AJ001 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b\n::error::b", "a\ud800b", "a\udc00b", "a\u2028b\u0085c", "a\"'\\b"})
    void jsonAndSarifCanBeReadByEveryParserAndTheirMessagesShown(String name) throws IOException {
        String json = run(MISPLACED, name, name + ".java", "--check", "--json");
        String sarif = run(MISPLACED, name, name + ".java", "--check", "--sarif");
        for (String report : new String[] {json, sarif}) {
            assertThat(report.strip()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028]");
        }
        JsonNode violation = new ObjectMapper().readTree(json).at("/violations/0");
        assertThat(violation.at("/method").asText()).isEqualTo(name.replaceAll("\\ud800|\\udc00", "\ufffd"));
        assertThat(violation.at("/message").asText()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028]");
        assertThat(new ObjectMapper().readTree(sarif).at("/runs/0/results/0/message/text").asText()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028]");
    }

    @Test
    void aMethodWhoseMachineNoFileCanHoldIsToldAndNoDefect() throws IOException {
        String async = "@org.asyncjava.Async CompletableFuture<?> load(CompletableFuture<?> source) {"
                + " return CompletableFuture.completedFuture(org.asyncjava.Await.await(source)); }";
        assertThat(run(async, "a\u0000b", "A.java")).contains("Sample.class: cannot be transformed: no file can be named as one of its state machines")
                .doesNotContain("Exception");
        assertThat(run(async, "m".repeat(5_000), "A.java")).contains("Sample.class: cannot be written, the class is as it was: ")
                .doesNotContain("Exception");
    }
}
