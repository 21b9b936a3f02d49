package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.MethodNode;

/** What is read of a class and what is passed over, as nothing of it can be async. */
class AsyncCodeTest {
    private static final String PLAIN = "int plain(java.util.function.IntSupplier s) { return s.getAsInt(); } int other() { return plain(() -> 1); }";
    private static final String ASYNC = "@Async CompletableFuture<Integer> run(CompletableFuture<Integer> f) {"
            + " return CompletableFuture.completedFuture(await(f)); }";

    @TempDir
    Path directory;

    @Test
    void onlyAsyncMethodsAreReadWhereNothingElseAwaits() {
        ClassRead read = read(PLAIN + ASYNC);
        assertThat(read.unread()).extracting(method -> method.name).containsExactly("<init>", "plain", "other", "lambda$other$0");
        assertThat(read.node().methods).filteredOn(method -> method.instructions.size() > 0).extracting(method -> method.name)
                .containsExactly("run");
    }

    @Test
    void anAsyncMethodWithoutAwaitIsRead() {
        ClassRead read = read(PLAIN + "@Deprecated @Async CompletableFuture<Integer> run() { return null; }");
        assertThat(read.node().methods).filteredOn(Markers::isAsync).singleElement().isNotIn(read.unread());
        assertThat(read.unread()).hasSize(4);
    }

    @Test
    void entryPointsAreReadThoughTheyAwaitNothing() {
        ClassRead read = read(PLAIN + "@AsyncEntry int direct() { return 1; } @Check int through() { return 1; } @Other int none() { return 1; }"
                + " @AsyncEntry @interface Check { } @interface Other { }");
        assertThat(read.node().methods).filteredOn(method -> method.instructions.size() > 0).extracting(method -> method.name)
                .containsExactly("direct", "through");
    }

    @Test
    void onlyEntryPointsAreReadWhereNothingElseAwaits() {
        assertThat(read(PLAIN + "@AsyncEntry int wait(CompletableFuture<Integer> f) { return await(f); }").unread()).hasSize(4);
    }

    @Test
    void everythingIsReadWhereAnotherMethodAwaits() {
        assertThat(read(PLAIN + ASYNC + "void wrong(CompletableFuture<Integer> f) { await(f); }").unread()).isEmpty();
    }

    @Test
    void everythingIsReadWhereALambdaAwaits() {
        assertThat(read(PLAIN + ASYNC + "Runnable wrong(CompletableFuture<Integer> f) { return () -> await(f); }").unread()).isEmpty();
    }

    @Test
    void everythingIsReadWhereAwaitIsReferredTo() {
        assertThat(read(PLAIN + ASYNC + "java.util.function.Consumer<CompletableFuture<?>> wrong() { return Await::await; }").unread()).isEmpty();
    }

    @Test
    void everythingIsReadWhereALambdaClosesByAwaiting() {
        assertThat(read(PLAIN + ASYNC + "Runnable closing(org.asyncjava.runtime.AsyncCloseable c) { return () -> c.close(); }",
                "-sourcepath", "src/test/goldens/stubs").unread()).isEmpty();
    }

    @Test
    void noLambdaIsReadThatClosesSomethingElse() {
        assertThat(read(PLAIN + ASYNC + "Runnable closing(java.util.Scanner c) { return () -> c.close(); }").unread())
                .extracting(method -> method.name).contains("closing").anyMatch(name -> name.startsWith("lambda$closing$"));
    }

    @Test
    void everythingIsReadOfJava8() {
        assertThat(read(PLAIN + ASYNC, "--release", "8").unread()).isEmpty();
    }

    private ClassRead read(String members, String... options) {
        byte[] classFile = Compilation.of(directory.resolve("classes"), "Sample", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                import org.asyncjava.AsyncEntry;
                import org.asyncjava.Await;
                class Sample {
                """ + members + "}", options).classFile("Sample");
        ClassRead read;
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes")))) {
            read = ClassRead.ofAsyncCode(classFile, classPath);
        }
        assertThat(read.node().methods).extracting(AsyncCodeTest::signature)
                .containsExactlyElementsOf(ClassRead.of(classFile).node().methods.stream().map(AsyncCodeTest::signature).toList());
        return read;
    }

    private static String signature(MethodNode method) {
        return method.access + " " + method.name + method.desc;
    }
}
