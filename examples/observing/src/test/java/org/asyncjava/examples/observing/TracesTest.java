package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which frames the trace of a failure has, down to the test that has called: those of the program with their code, those of the library with their class, without the JDK's. */
class TracesTest {
    private static final Path SOURCE = Path.of("src", "test", "java", "org", "asyncjava", "examples", "observing", "Failing.java");
    private static final Pattern CALLERS = Pattern.compile("org\\.assertj\\.|" + Pattern.quote(TracesTest.class.getName()));
    private static final String LIBRARY = "org.asyncjava.runtime.";

    /** What runs an entry point, without a line: calls on the stack end there. */
    private static final String LOOP = "abi.EntryPoint.run";

    private final Failing failing = new Failing();

    private static List<String> trace(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).takeWhile(frame -> !CALLERS.matcher(frame.getClassName()).lookingAt())
                .filter(frame -> !frame.getClassName().startsWith("java.")).filter(frame -> !frame.getMethodName().equals("failure")).map(TracesTest::text).toList();
    }

    private static List<String> traceOf(ThrowingCallable call) {
        return trace(catchThrowable(call));
    }

    private static String text(StackTraceElement frame) {
        String method = frame.getMethodName().replaceAll("\\d+", "");
        if (frame.getClassName().startsWith(LIBRARY)) {
            return mark(frame) + frame.getClassName().substring(LIBRARY.length()) + "." + method + (frame.getLineNumber() < 0 ? "" : " with its line");
        }
        return mark(frame) + method + ": " + code(frame);
    }

    private static String mark(StackTraceElement frame) {
        return frame.getClassLoaderName() == null || frame.getClassLoaderName().equals("app") ? "" : frame.getClassLoaderName() + " ";
    }

    private static String code(StackTraceElement frame) {
        try {
            return frame.getLineNumber() < 0 ? frame.toString() : Files.readAllLines(SOURCE).get(frame.getLineNumber() - 1).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void ofCallsThatWereSuspended() {
        assertThat(traceOf(() -> failing.chain(true))).containsExactly("leaf: throw failure();", "async middle: return Coroutine.of(1 + await(leaf(suspends)));", "async chain: return 1 + await(middle(suspends));", LOOP);
    }

    @Test
    void ofCallsThatWereNotSuspended() {
        assertThat(traceOf(() -> failing.chain(false))).containsExactly("leaf: throw failure();", "middle: return Coroutine.of(1 + await(leaf(suspends)));", "chain: return 1 + await(middle(suspends));", LOOP);
    }

    @Test
    void whereItIsCaughtAtTheAwait() {
        assertThat(trace(failing.caught())).containsExactly("leaf: throw failure();", "middle: return Coroutine.of(1 + await(leaf(suspends)));", "caught: return new AssertionError(await(middle(false)));", LOOP);
    }

    @Test
    void ofAnEntryPointThatFailsAtOnce() {
        assertThat(traceOf(Failing::atOnce)).containsExactly("atOnce: throw failure();", LOOP);
    }

    @Test
    void ofATask() {
        assertThat(traceOf(failing::byTask)).containsExactly("leaf: throw failure();", "async byTask: return await(Coroutines.createTask(leaf(true)));", LOOP);
    }

    @Test
    void ofGather() {
        assertThat(traceOf(failing::gathered)).containsExactly("leaf: throw failure();", "async gathered: return await(Coroutines.gather(leaf(true), leaf(true))).get(0);", LOOP);
    }

    @Test
    void withinAnAsyncMethodOfTheLibrary() {
        assertThat(traceOf(failing::withLock)).containsExactly("leaf: throw failure();", "AsyncLock.with with its line", "withLock: return await(lock.with(() -> leaf(false)));", LOOP);
    }

    @Test
    void ofALimitOfTime() {
        assertThat(traceOf(failing::timedOut)).containsExactly("Timeout.leave with its line", "Coroutines.waitFor with its line", "async timedOut: await(Coroutines.waitFor(Coroutines.sleep(Duration.ofDays(1)), Duration.ofMillis(1)));", LOOP);
    }

    @Test
    void ofWorkOnAnExecutor() {
        assertThat(traceOf(failing::onExecutor)).containsExactly("blocking: throw failure();", "async Coroutines.toThread with its line", "async onExecutor: return await(Coroutines.toThread(Failing::blocking));");
    }

    @Test
    void ofMethodsThatReturnFuturesAndWereSuspended() {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        CompletableFuture<Integer> call = failing.hot(operand);
        operand.complete(1);
        assertThat(trace(catchThrowable(call::join).getCause())).containsExactly("hotLeaf: throw failure();", "async hot: return CompletableFuture.completedFuture(1 + await(hotLeaf(operand)));", "HotContinuation.apply");
    }

    @Test
    void ofMethodsThatReturnFuturesAndWereNotSuspended() {
        CompletableFuture<Integer> call = failing.hot(CompletableFuture.completedFuture(1));
        assertThat(trace(catchThrowable(call::join).getCause())).containsExactly("hotLeaf: throw failure();", "hot: return CompletableFuture.completedFuture(1 + await(hotLeaf(operand)));");
    }

    @Test
    void ofAMethodThatReturnsAFutureAndGoesOnOnAnotherThread() {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        CompletableFuture<Integer> call = failing.hot(operand);
        CompletableFuture.runAsync(() -> operand.complete(1), run -> new Thread(run).start());
        assertThat(trace(catchThrowable(call::join).getCause())).containsExactly("hotLeaf: throw failure();", "async hot: return CompletableFuture.completedFuture(1 + await(hotLeaf(operand)));", "HotContinuation.apply");
    }

    @Test
    void ofAGenerator() {
        assertThat(traceOf(Failing::sum)).containsExactly("numbers: throw failure();", "sum: for (int number : numbers()) {");
    }

    @Test
    void ofALoopOverElementsThatAreAwaited() {
        assertThat(traceOf(() -> failing.total(true))).containsExactly("leaf: throw failure();", "async elements: emit(await(leaf(suspends)));",
                "async total: for (int element : each(elements(suspends))) {", LOOP);
        assertThat(traceOf(() -> failing.total(false))).containsExactly("leaf: throw failure();", "elements: emit(await(leaf(suspends)));",
                "total: for (int element : each(elements(suspends))) {", LOOP);
    }
}
