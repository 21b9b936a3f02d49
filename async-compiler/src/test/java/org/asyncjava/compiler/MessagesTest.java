package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.rules.Levels;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Compilation;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the rules say: one text for one mistake, whoever finds it. */
class MessagesTest {
    private static final String IMPORTS = """
            import static org.asyncjava.Await.await;
            import java.util.*;
            import java.util.concurrent.*;
            import org.asyncjava.Async;
            import org.asyncjava.runtime.*;
            """;
    /** Reported at the declaration, whose line class files do not know. */
    private static final Set<String> DECLARATIONS = Set.of("AJ005", "AJ007", "AJ101", "AJ107", "AJ108");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> allCollectorsSayTheSameOfTheCorpus() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            Set<String> byCompiler = texts(byCompiler(source));
            assertThat(byCompiler).containsAll(texts(bySource(source)));
            Set<String> byBytecode = texts(byBytecode(source));
            byBytecode.removeIf(text -> DECLARATIONS.contains(text.substring(0, 5)));
            assertThat(byCompiler.stream().filter(text -> !DECLARATIONS.contains(text.substring(0, 5)))).containsAll(withoutSuppressed(source, byBytecode));
        }));
    }

    private static Set<String> withoutSuppressed(Path source, Set<String> texts) throws IOException {
        List<String> lines = Files.readAllLines(source);
        return texts.stream().filter(text -> !lines.get(Integer.parseInt(text.substring(6, 9)) - 1).endsWith("suppressed")).collect(Collectors.toSet());
    }

    @Test
    void anAwaitInAMethodOfAnotherAsyncSaysWhoseItIs() throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("org/springframework/scheduling/annotation")).resolve("Async.java"),
                "package org.springframework.scheduling.annotation; public @interface Async { }");
        assertSaid("""
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import org.springframework.scheduling.annotation.Async;
                class Shop {
                    @Async
                    CompletableFuture<String> name(CompletableFuture<String> source) {
                        return CompletableFuture.completedFuture(await(source));
                    }
                }
                """, "7:50 AJ001 await in Shop.name, which is not async: it is marked with another annotation,"
                + " @org.springframework.scheduling.annotation.Async: mark it with @Async of org.asyncjava");
    }

    @Test
    void aMethodWhoseResultIsWrongIsNotToldToBeMarked() throws IOException {
        assertSaid(IMPORTS + """
                class Shop {
                    @Async
                    String name(CompletableFuture<String> source) {
                        return await(source);
                    }
                }
                """, "8:12 AJ005 @Async method Shop.name returns java.lang.String, which is no subclass of CompletableFuture: return Coroutine,"
                + " CompletableFuture, CompletionStage or a public, extensible subclass of CompletableFuture with a public constructor without"
                + " parameters");
    }

    @Test
    void anAwaitInALambdaIsSaidOnce() throws IOException {
        assertSaid(IMPORTS + """
                class Shop {
                    @Async
                    CompletableFuture<Void> print(List<CompletableFuture<String>> sources) {
                        sources.forEach(source -> System.out.println(await(source)));
                        return CompletableFuture.completedFuture(null);
                    }
                }
                """, "9:54 AJ002 await in a lambda in Shop.print, which is not async although the method around it is: move the await out of it,"
                + " or make it async: a lambda through a functional interface whose method is @Async, a method of a local class with @Async");
    }

    @Test
    void theAnnotationIsToBeRemovedOnlyWhereThatChangesNothing() throws IOException {
        assertSaid(IMPORTS + """
                class Shop {
                    @Async
                    Coroutine<String> name() {
                        return Coroutine.of("shop");
                    }
                    @Async
                    Coroutine<String> checked(int number) {
                        if (number < 0) { throw new IllegalArgumentException(); }
                        return Coroutine.of("shop");
                    }
                }
                """, "8:23 AJ101 @Async method Shop.name awaits nothing: remove @Async, which changes nothing here, or await what the method waits for");
    }

    @Test
    void aNullThatIsReturned() throws IOException {
        assertSaid(IMPORTS + """
                class Shop {
                    @Async
                    Coroutine<String> name(Coroutine<String> source) {
                        await(source);
                        return null;
                    }
                }
                """, "10:16 AJ111 Shop.name returns null: its result fails with a NullPointerException, so return"
                + " CompletableFuture.completedFuture(null), Coroutine.done() or Coroutine.of(null)");
    }

    @Test
    void whatBlocks() throws IOException {
        assertSaid(IMPORTS + """
                import static org.asyncjava.runtime.Coroutines.run;
                class Shop {
                    @Async
                    Coroutine<Integer> port(Coroutine<String> host) throws java.io.IOException {
                        var socket = new java.net.Socket(await(host), 80);
                        run(port(host));
                        known();
                        return Coroutine.of(socket.getPort());
                    }
                    @org.asyncjava.AsyncEntry int known() { return 0; }
                }
                """, "10:22 AJ103 blocking call of new java.net.Socket in Shop.port: run it in another thread and await that, with toThread or"
                + " CompletableFuture.supplyAsync",
                "11:9 AJ103 blocking call of org.asyncjava.runtime.Coroutines.run in Shop.port: await it here instead",
                "12:9 AJ103 blocking call of Shop.known in Shop.port: move what it does to an @Async method and await that, as an entry point runs a"
                + " loop of its own until it has ended");
    }

    @Test
    void aCoroutineInAText() throws IOException {
        assertSaid(IMPORTS + """
                class Shop {
                    String text(Coroutine<String> source) {
                        return "name: " + name(source);
                    }
                    @Async
                    Coroutine<String> name(Coroutine<String> source) {
                        return Coroutine.of(await(source));
                    }
                }
                """, "8:27 AJ102 the result of Shop.name in Shop.text is dropped: await it, keep it, or pass a coroutine to createTask: a"
                + " coroutine that nobody starts never runs, and a failure that nobody asks for is not seen");
    }

    @Test
    void theBodyOfAnEnumsConstant() throws IOException {
        assertSaid(IMPORTS + """
                enum Shop {
                    OPEN {
                        String name(CompletableFuture<String> source) {
                            return await(source);
                        }
                    }
                }
                """, "9:20 AJ001 await in method name of the local class Shop$1, which is not async: mark the method @Async (for a lambda: use a"
                + " functional interface whose method is @Async) and return a Coroutine, CompletableFuture or CompletionStage"
                + "; where a program begins, mark it @AsyncEntry or call Coroutines.run");
    }

    @Test
    void entryPointsAndWhatShouldBeOne() throws IOException {
        assertSaid(IMPORTS + """
                abstract class Shop {
                    public static void main(String[] args) {
                        await(CompletableFuture.completedFuture(args));
                    }
                    @Async
                    @org.asyncjava.AsyncEntry
                    CompletableFuture<String> both() {
                        return null;
                    }
                    @org.asyncjava.AsyncEntry
                    abstract int none();
                    @org.asyncjava.Generator
                    @org.asyncjava.AsyncEntry
                    Iterable<String> rows() {
                        return null;
                    }
                }
                """, "8:9 AJ001 await in Shop.main, which is not async: mark it @AsyncEntry, so that it runs on an event loop until it has ended, or"
                + " await in a lambda that it gives to Coroutines.run",
                "12:31 AJ005 @Async method Shop.both is marked @AsyncEntry, too: keep @AsyncEntry if callers are to wait until the method has"
                + " ended, or @Async if they are to get a result that they await",
                "16:18 AJ007 @AsyncEntry on the abstract method Shop.none: it belongs on a method with a body",
                "19:22 AJ005 @Generator method Shop.rows is marked @AsyncEntry, too: keep @AsyncEntry if callers are to wait until the method has"
                + " ended, or @Generator if they are to iterate over its elements");
    }

    /** Compiler plugin and source check say all of it at the same places. */
    private void assertSaid(String text, String... said) throws IOException {
        Path source = Files.writeString(directory.resolve("Shop.java"), text);
        assertThat(byCompiler(source)).extracting(message -> message.line() + ":" + column(source, message) + " " + message.message())
                .containsExactly(said);
        assertThat(bySource(source)).extracting(violation -> violation.position().line() + ":" + violation.position().column() + " "
                + violation.rule().code() + " " + violation.message()).containsExactly(said);
    }

    /** javac points to the dot in front of a name, if there is one. */
    private static long column(Path source, Javac.Message message) {
        try {
            return message.column() + (Files.readAllLines(source).get((int) message.line() - 1).charAt((int) message.column() - 1) == '.' ? 1 : 0);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private List<Javac.Message> byCompiler(Path source) throws IOException {
        return Javac.compile(Files.createTempDirectory(directory, "classes"), List.of(source), "-Aasync.transform=off", "-Xmaxerrs", "1000",
                "-sourcepath", directory.toString());
    }

    private static List<Violation> bySource(Path source) {
        try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
            return new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(source)).all();
        }
    }

    private List<Violation> byBytecode(Path source) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        Compilation compilation = Compilation.ofFiles(classes, List.of(source), "-g", "-cp",
                classes + java.io.File.pathSeparator + Javac.ANNOTATIONS + java.io.File.pathSeparator + Javac.RUNTIME);
        try (ClassPath classPath = ClassPath.of(List.of(classes, Compilation.ANNOTATIONS, Javac.RUNTIME))) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults().withLevels(Levels.defaults()));
            List<Violation> all = new ArrayList<>();
            compilation.classFiles().values().forEach(classFile -> all.addAll(transformer.transform(classFile).violations()));
            return all;
        }
    }

    private static Set<String> texts(Collection<?> found) {
        return found.stream().map(each -> each instanceof Violation violation
                ? text(violation.rule().code(), violation.position().line(), violation.message())
                : text(((Javac.Message) each).code(), ((Javac.Message) each).line(), ((Javac.Message) each).message().substring(6)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String code, long line, String message) {
        return "%s %03d %s".formatted(code, line, message);
    }
}
