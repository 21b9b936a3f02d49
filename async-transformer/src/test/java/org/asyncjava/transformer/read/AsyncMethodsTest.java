package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class AsyncMethodsTest {
    private static final String IMPORTS = """
            import static org.asyncjava.Await.await;
            import java.io.Serializable;
            import java.util.concurrent.*;
            import org.asyncjava.Async;
            import org.asyncjava.AsyncEntry;
            """;

    @TempDir
    Path directory;

    @Test
    void annotatedMethodsComeInTheOrderOfTheirDeclaration() {
        compile("Sample", """
                abstract class Sample {
                    @Async CompletionStage<String> second() { return null; }
                    @Async static CompletableFuture<String> first() { return null; }
                    @Async abstract CompletableFuture<String> abstractOne();
                    @Async int wrongResult() { return 1; }
                    CompletableFuture<String> unmarked() { return null; }
                }
                """);
        assertThat(selected("Sample")).containsExactly("second STAGE", "first FUTURE");
    }

    @Test
    void entryPointsAreSelectedWhateverTheyReturn() {
        compile("Entries", """
                abstract class Entries {
                    @AsyncEntry static void main(String[] args) { }
                    @AsyncEntry int number() { return 1; }
                    @AsyncEntry CompletableFuture<String> future() { return null; }
                    @AsyncEntry abstract void abstractOne();
                    void unmarked() { }
                }
                """);
        assertThat(selected("Entries")).containsExactly("main PLAIN", "number PLAIN", "future PLAIN");
    }

    @Test
    void annotationsThatCarryAsyncEntryMakeEntryPoints() {
        compile("Annotated", """
                class Annotated {
                    @AsyncEntry @interface One { }
                    @Two @One @interface Three { }
                    @Three @interface Two { }
                    @Round @interface Round { }
                    @One void one() { }
                    @Two void two() { }
                    @Three void three() { }
                    @Round @Deprecated void none() { }
                }
                """);
        assertThat(selected("Annotated")).containsExactly("one PLAIN", "two PLAIN", "three PLAIN");
    }

    @Test
    void bridgesAreNeverSelected() { // HARD_CASES 45
        compile("Covariant", """
                class Base { @Async CompletionStage<String> load() { return null; } }
                class Covariant extends Base { @Override @Async CompletableFuture<String> load() { return null; } }
                """);
        assertThat(selected("Covariant")).containsExactly("load FUTURE");
    }

    @Test
    void lambdasAreAsyncByTheirInterfaceIfTheyAwait() { // HARD_CASES 51
        compile("Lambdas", """
                class Lambdas {
                    interface Work { @Async CompletableFuture<String> run(); }
                    interface Derived<T> extends Work, Serializable { }
                    void make(CompletableFuture<String> source) {
                        Work awaiting = () -> CompletableFuture.completedFuture(await(source));
                        Work plain = () -> source;
                        Derived<String> serializable = () -> CompletableFuture.completedFuture(await(source) + "!");
                        Callable<String> other = () -> await(source);
                        Work reference = this::unmarked;
                    }
                    CompletableFuture<String> unmarked() { return CompletableFuture.completedFuture(await(unmarked())); }
                }
                """);
        assertThat(selected("Lambdas")).hasSize(2).allMatch(name -> name.startsWith("lambda$make$") && name.endsWith(" FUTURE"));
    }

    @Test
    void aSubclassOfCompletableFutureIsRecognisedThroughItsClassFile() {
        compile("Shop", """
                public class Shop {
                    public static class Reply<T> extends CompletableFuture<T> { }
                    @Async Reply<String> reply() { return null; }
                }
                """);
        assertThat(selected("Shop")).containsExactly("reply FUTURE_SUBCLASS");
    }

    @Test
    void aResultThatIsNotOnTheClassPathIsNamedWithTheMethod() throws IOException { // HARD_CASES 12
        compile("Shop", """
                class Reply extends CompletableFuture<String> { }
                class Shop { @Async Reply reply() { return null; } }
                """);
        Files.delete(classes().resolve("Reply.class"));
        assertThatThrownBy(() -> selected("Shop"))
                .isInstanceOf(TransformationException.class)
                .hasMessage("Shop.reply cannot be transformed: the class Reply, which an async method returns or its result extends,"
                        + " is not on the class path: add the dependency that contains it");
    }

    @Test
    void aMissingInterfaceMattersOnlyToALambdaThatAwaits() throws IOException { // HARD_CASES 12
        compile("Lambdas", """
                class Lambdas {
                    interface Work { @Async CompletableFuture<String> run(); }
                    Work awaiting(CompletableFuture<String> source) { return () -> CompletableFuture.completedFuture(await(source)); }
                }
                class Plain {
                    Lambdas.Work plain(CompletableFuture<String> source) { return () -> source; }
                }
                """);
        Files.delete(classes().resolve("Lambdas$Work.class"));
        assertThat(selected("Plain")).isEmpty();
        assertThatThrownBy(() -> selected("Lambdas"))
                .isInstanceOf(TransformationException.class)
                .hasMessageStartingWith("Lambdas.awaiting cannot be transformed: the interface Lambdas$Work is not on the class path");
    }

    @Test
    void aClassThatExtendsItselfIsNoFutureAndDoesNotHangTheBuild() throws IOException { // HARD_CASES 12
        compile("Shop", """
                class Loop { }
                class Shop { @Async Loop loop() { return null; } }
                """);
        Files.write(classes().resolve("Loop.class"), extendingItself("Loop"));
        assertThat(selected("Shop")).isEmpty();
    }

    private static byte[] extendingItself(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, name, null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void aMethodOfAnyReleaseIsSelected() { // HARD_CASES 13
        for (String release : Stream.of("8", "11", "17").toList()) {
            Compilation.of(classes(), "Sample", IMPORTS + "class Sample { @Async CompletableFuture<String> load() { return null; } }",
                    "--release", release);
            assertThat(selected("Sample")).as("release %s", release).containsExactly("load FUTURE");
        }
    }

    private Path classes() {
        return directory.resolve("classes");
    }

    private void compile(String name, String source) {
        Compilation.of(classes(), name, IMPORTS + source);
    }

    private List<String> selected(String className) {
        try (ClassPath classPath = ClassPath.of(List.of(classes()))) {
            byte[] classFile = classPath.classFile(className).orElseThrow();
            return ClassFacts.of(ClassRead.of(classFile).node(), classPath).methods().stream()
                    .map(selected -> selected.method().name + " " + selected.result().kind())
                    .toList();
        }
    }
}
