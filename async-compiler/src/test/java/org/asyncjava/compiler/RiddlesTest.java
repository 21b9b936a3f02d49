package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.transformer.testing.Promises;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sources that do not compile: beside the compiler's message stands one that names the mistake, where the comments promise it and nowhere else. */
class RiddlesTest {
    @TempDir
    Path directory;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/riddles"))) {
            return files.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> thePluginAddsANoteToTheErrorOfJavac() throws IOException {
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            List<Javac.Message> messages = Javac.compile(directory, List.of(source), "-Aasync.transform=off", "-Xmaxerrs", "1000");
            assertThat(messages).filteredOn(message -> message.kind() == Diagnostic.Kind.ERROR).isNotEmpty()
                    .allMatch(message -> message.code().isEmpty());
            assertThat(messages).filteredOn(message -> message.code().equals("AJ112")).extracting(Javac.Message::kind)
                    .containsOnly(Diagnostic.Kind.NOTE);
            assertThat(riddles(messages)).isEqualTo(Promises.of(source).inCompiler());
        }));
    }

    @TestFactory
    Stream<DynamicTest> theSourceCheckSaysItBeforeAnythingIsCompiled() throws IOException {
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
                SourceReport report = new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(source));
                assertThat(report.remarks()).isEmpty();
                assertThat(Promises.foundInSource(report.all())).isEqualTo(Promises.of(source).inSource());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> underEclipsesCompilerToo() throws IOException {
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            List<Javac.Message> messages = Javac.compile(new EclipseCompiler(), directory, List.of(source), "--release", "17");
            assertThat(riddles(messages)).containsAll(Promises.of(source).inSource()).isSubsetOf(Promises.of(source).inCompiler());
        }));
    }

    /** Both say the same. */
    @TestFactory
    Stream<DynamicTest> pluginAndSourceCheckUseTheSameWords() throws IOException {
        return sources().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            Set<String> byCompiler = Javac.compile(directory, List.of(source), "-Aasync.transform=off", "-Xmaxerrs", "1000").stream()
                    .filter(message -> !message.code().isEmpty()).map(message -> message.line() + " " + message.message()).collect(Collectors.toSet());
            try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
                assertThat(byCompiler).containsAll(new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(source)).all().stream()
                        .map(violation -> violation.position().line() + " " + violation.rule().code() + " " + violation.message()).toList());
            }
        }));
    }

    /** Stages where awaitables alone are taken, and beside awaitables. What overload is meant then the source check does not guess. */
    @Test
    void stagesThatAreGivenWhereAwaitablesAreTaken() throws IOException {
        Path shop = Files.writeString(directory.resolve("Shop.java"), """
                import static org.asyncjava.Await.await;
                import static org.asyncjava.runtime.Coroutines.*;
                import java.util.List;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.Coroutine;
                class Shop {
                    @Async
                    Coroutine<Void> all(CompletableFuture<String> one, List<CompletableFuture<String>> several, Coroutine<String> own) {
                        await(createTask(one));
                        await(gather(several));
                        await(gather(own, own));
                        await(gather(own, one));
                        await(waitFor(one, java.time.Duration.ofSeconds(1)));
                        return Coroutine.done();
                    }
                }
                """);
        String said = " in Shop.all is given a CompletionStage: wrap each one, as in ";
        assertThat(Javac.compile(directory.resolve("classes"), List.of(shop), "-Aasync.transform=off")).filteredOn(message ->
                !message.code().isEmpty()).extracting(message -> message.line() + " " + message.message()).containsExactlyInAnyOrder(
                "10 AJ112 createTask" + said + "createTask(from(stage), ...)", "13 AJ112 gather" + said + "gather(from(stage), ...)");
        try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
            assertThat(new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(shop)).all())
                    .extracting(violation -> violation.position().line() + " " + violation.rule().code()).containsExactly("10 AJ112");
        }
    }

    /** Lambdas of the runtime's interfaces, beside overloads that take an awaitable. */
    @Test
    void codeInPlaceIsCheckedAsAsyncMethodsAre() throws IOException {
        Path shop = Files.writeString(directory.resolve("Shop.java"), """
                import static org.asyncjava.Await.await;
                import static org.asyncjava.runtime.Coroutines.*;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.runtime.Coroutine;
                class Shop {
                    void sell(CompletableFuture<String> price) {
                        run(() -> {
                            price.join();
                            synchronized (this) {
                                await(price);
                            }
                            return Coroutine.of(await(price));
                        });
                    }
                }
                """);
        List<String> byCompiler = Javac.compile(directory.resolve("classes"), List.of(shop), "-Aasync.transform=off").stream()
                .filter(message -> !message.code().isEmpty()).map(message -> message.line() + " " + message.code()).toList();
        assertThat(byCompiler).containsExactly("8 AJ103", "10 AJ003");
        try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
            assertThat(new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(shop)).all())
                    .extracting(violation -> violation.position().line() + " " + violation.rule().code()).isEqualTo(byCompiler);
        }
    }

    /** Awaitility, which tests import wholesale, as they do ours. */
    @Test
    void anotherAwaitIsNotOurs() throws IOException {
        Path other = Files.writeString(Files.createDirectories(directory.resolve("org/awaitility")).resolve("Awaitility.java"),
                "package org.awaitility; public class Awaitility { public static String await(String alias) { return alias; } }");
        Path shop = Files.writeString(directory.resolve("Shop.java"), """
                import static org.asyncjava.Await.*;
                import static org.awaitility.Awaitility.*;
                class Shop {
                    String test() {
                        return await("alias").trim();
                    }
                }
                """);
        assertThat(Javac.compile(directory.resolve("classes"), List.of(other, shop), "-Aasync.transform=off")).isEmpty();
        try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
            assertThat(new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(other, shop)).all()).isEmpty();
            assertThat(new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(shop)).all()).isEmpty();
        }
    }

    private static Set<String> riddles(List<Javac.Message> messages) {
        return messages.stream().filter(message -> !message.code().isEmpty()).map(Javac.Message::atLine).collect(Collectors.toCollection(TreeSet::new));
    }
}
