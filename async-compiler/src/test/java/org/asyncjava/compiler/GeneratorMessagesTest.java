package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.compiler.source.SourceCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about generators, loops over each and resources that are closed by awaiting, to the column. */
class GeneratorMessagesTest {
    private static final String IMPORTS = """
            import static org.asyncjava.Await.await;
            import static org.asyncjava.Emit.*;
            import static org.asyncjava.runtime.Each.each;
            import java.util.*;
            import java.util.concurrent.*;
            import org.asyncjava.*;
            import org.asyncjava.runtime.*;
            """;
    private static final int ABOVE = 8;
    private static final String NEVER_CLOSED = " in Shop.rows is never closed: declare it in the head of a try statement of an @Async method, or await its"
            + " closeAsync()";

    @TempDir
    Path directory;

    @Test
    void emitOutsideAGenerator() throws IOException {
        assertSaid("void rows() { emit(1); }", "1:15 AJ008 emit in Shop.rows, which is no generator: mark the method @Generator and return an Iterable,"
                + " Iterator or Stream, or, if it awaits as well, @Async and return an AsyncIterable or AsyncIterator");
    }

    @Test
    void endOutsideAGenerator() throws IOException {
        assertSaid("@Async Coroutine<Void> rows(Coroutine<Void> one) { await(one); return end(); }", "1:71 AJ008 end in Shop.rows, which is no generator:"
                + " mark the method @Generator and return an Iterable, Iterator or Stream, or, if it awaits as well, @Async and return an AsyncIterable"
                + " or AsyncIterator");
    }

    @Test
    void anElementOfAnotherType() throws IOException {
        assertSaid("@Generator Iterable<Integer> rows() { emit(\"row\"); return end(); }", "1:39 AJ008 emit of java.lang.String in Shop.rows, whose elements"
                + " are java.lang.Integer: emit what can be an element, or declare other elements");
    }

    @Test
    void emitInALambdaOfAGenerator() throws IOException {
        assertSaid("@Generator Iterable<String> rows(List<String> all) { all.forEach(row -> emit(row)); return end(); }", "1:73 AJ002 emit in a lambda in"
                + " Shop.rows, which is not a generator although the method around it is: move it out of there, or make a generator of it: a lambda"
                + " through a functional interface whose method is @Async and returns an AsyncIterable or AsyncIterator, a method of a local class"
                + " with an annotation of its own");
    }

    @Test
    void emitHoldingAMonitor() throws IOException {
        assertSaid("@Generator synchronized Iterable<String> rows() { emit(\"row\"); return end(); }", "1:51 AJ003 emit while Shop.rows holds a monitor: a"
                + " suspended method cannot keep one, so emit outside of it");
        assertSaid("@Async AsyncIterable<String> rows() { synchronized (this) { emit(\"row\"); } return end(); }", "1:61 AJ003 emit while Shop.rows holds"
                + " a monitor: a suspended method cannot keep one, so use AsyncLock instead of synchronized, or emit outside of it");
    }

    @Test
    void emitInAConstructor() throws IOException {
        assertSaid("Shop() { emit(1); }", "1:10 AJ004 emit in a constructor or field initialiser of Shop: write a generator, a method of its own, and iterate"
                + " over what it returns");
    }

    @Test
    void aReferenceToEmit() throws IOException {
        assertSaid("@Generator Iterable<String> rows(List<String> all) { all.forEach(Emit::emit); return end(); }", "1:66 AJ006 method reference to emit in"
                + " Shop.rows: call emit in the body of a generator");
    }

    @Test
    void aLoopOverEachOutsideAsync() throws IOException {
        assertSaid("void rows(AsyncIterable<String> all) { for (String row : each(all)) { } }", "1:58 AJ009 each in Shop.rows, which is not async: mark the"
                + " method @Async (for a lambda: use a functional interface whose method is @Async) and return a Coroutine, CompletableFuture or"
                + " CompletionStage");
    }

    @Test
    void eachThatIsNoLoop() throws IOException {
        assertSaid("@Async Coroutine<Void> rows(AsyncIterable<String> all) { Object kept = each(all); return Coroutine.done(); }", "1:72 AJ009 each outside of"
                + " the head of a for loop in Shop.rows: write for (... : each(...)), or await advance() of the iterator and close it");
    }

    @Test
    void aResourceOutsideAsync() throws IOException {
        assertSaid("void rows(AsyncIterable<String> all) { try (var rows = all.iterator()) { rows.current(); } }", "1:49 AJ009 the end of an AsyncCloseable"
                + " resource in Shop.rows, which is not async: mark the method @Async (for a lambda: use a functional interface whose method is"
                + " @Async), or let the resource's class override close to close at once");
    }

    @Test
    void aResourceThatIsDropped() throws IOException {
        assertSaid("void rows(AsyncIterable<String> all) { all.iterator(); }", "1:44 AJ110 the resource of org.asyncjava.runtime.AsyncIterator" + NEVER_CLOSED);
    }

    @Test
    void aResourceThatAnAwaitYieldsIsDropped() throws IOException {
        assertThat(javac(written("@Async Coroutine<Void> rows(AsyncLock lock) { await(lock.hold()); return Coroutine.done(); }")))
                .containsExactly("AJ110 the resource of org.asyncjava.runtime.AsyncCloseable" + NEVER_CLOSED);
        assertThat(javac(written("@Async Coroutine<Void> rows(AsyncExitStack stack, AsyncIterator<String> all, Coroutine<AsyncIterator<String>> more) {"
                + " stack.push(all); await(stack.enterAsync(more)); await(more); return Coroutine.done(); }"))).isEmpty();
    }

    @Test
    void whatWaitsInAGenerator() throws IOException {
        String mend = " in the generator Shop.rows: a @Generator waits for nothing, so mark the method @Async instead and return an AsyncIterable or"
                + " AsyncIterator";
        assertSaid("@Generator Iterable<String> rows(Coroutine<String> one) { emit(await(one)); return end(); }", "1:64 AJ010 await" + mend);
        assertSaid("@Generator Iterable<String> rows(AsyncIterable<String> all) { for (String row : each(all)) { emit(row); } return end(); }",
                "1:81 AJ010 each" + mend);
        assertSaid("@Generator Iterable<String> rows(AsyncIterator<String> all) { try (all) { emit(\"row\"); } return end(); }",
                "1:68 AJ010 the end of an AsyncCloseable resource" + mend);
    }

    @Test
    void aGeneratorThatReturnsSomethingElse() throws IOException {
        assertSaid("@Generator Iterable<String> rows() { emit(\"row\"); return null; }", "1:58 AJ010 return of something else than end() in the generator"
                + " Shop.rows: emit the elements and end it with return end(), or remove @Generator to return what somebody else has made");
        assertSaid("@Async AsyncIterable<String> rows(AsyncIterable<String> all) { return all; }", "1:71 AJ010 return of something else than end() in the"
                + " generator Shop.rows: emit the elements and end it with return end(), or remove @Async to return what somebody else has made");
    }

    @Test
    void resultsOfGenerators() throws IOException {
        assertSaid("@Generator List<String> rows() { emit(\"row\"); return end(); }", "1:25 AJ005 @Generator method Shop.rows returns java.util.List: return"
                + " Iterable, Iterator or Stream, or, if it awaits, mark it @Async and return AsyncIterable or AsyncIterator");
        assertSaid("@Async @Generator AsyncIterable<String> rows() { emit(\"row\"); return end(); }", "1:41 AJ005 @Async method Shop.rows is marked @Generator,"
                + " too: keep @Async if it awaits, and return an AsyncIterable or AsyncIterator, or @Generator, and return an Iterable, Iterator or Stream");
        assertSaid("@Async Iterable<String> rows() { return null; }", "1:25 AJ005 @Async method Shop.rows returns java.lang.Iterable, which is no subclass of"
                + " CompletableFuture: if it emits elements, return AsyncIterable or AsyncIterator, or mark it @Generator instead if it waits for nothing;"
                + " if it returns all of them at once, return a Coroutine, CompletableFuture or CompletionStage");
        assertSaid("interface Rows { @Generator Iterable<String> rows(); }", "1:46 AJ007 @Generator on the method Shop$Rows.rows: it belongs on a"
                + " method with a body");
    }

    @Test
    void aResourceThatIsHidden() throws IOException {
        assertSaid("@Async Coroutine<Void> rows(AsyncIterable<String> all) throws Exception { try (AutoCloseable rows = all.iterator()) { }"
                + " return Coroutine.done(); }", "1:94 AJ110 the resource of org.asyncjava.runtime.AsyncIterator in Shop.rows is declared as"
                + " java.lang.AutoCloseable, which hides that closing it is awaited: declare it with its type, or as an AsyncCloseable");
    }

    @Test
    void aCallThatIsReturnedFromALoop() throws IOException {
        assertSaid("@Async Coroutine<Integer> rows(AsyncIterable<Coroutine<Integer>> all) { for (Coroutine<Integer> row : each(all)) { return one(row); }"
                + " return Coroutine.of(0); } @Async Coroutine<Integer> one(Coroutine<Integer> row) { return Coroutine.of(await(row)); }",
                "1:123 AJ106 the result of Shop.one in Shop.rows is returned before it is done: return Coroutine.of(await(...)), so that catch clauses,"
                + " finally, resources and locks around the call last until it is done");
    }

    private Path written(String member) throws IOException {
        return Files.writeString(directory.resolve("Shop.java"), IMPORTS + "class Shop {\n" + member + "\n}\n");
    }

    private void assertSaid(String member, String said) throws IOException {
        Path source = written(member);
        try (ReadableClasses classes = ReadableClasses.of(List.of(Javac.RUNTIME, Javac.ANNOTATIONS))) {
            assertThat(new SourceCheck(StandardCharsets.UTF_8, List.of(classes)).check(List.of(source)).all()).extracting(violation ->
                    violation.position().line() - ABOVE + ":" + violation.position().column() + " " + violation.rule().code() + " " + violation.message())
                    .containsExactly(said);
        }
        assertThat(javac(source)).containsExactly(said.substring(said.indexOf(' ') + 1));
    }

    /** That the columns are the same is what CollectorsAgreeTest is about. */
    private Stream<String> javac(Path source) {
        return Javac.compile(directory.resolve("classes"), List.of(source), "-Aasync.transform=off").stream()
                .filter(message -> !message.code().isEmpty()).map(Javac.Message::message);
    }
}
