package org.asyncjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.abi.Cold;
import org.asyncjava.runtime.abi.Hot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HARD_CASES 35: an await of what has failed already is not suspended; those who called it are in the stack trace all the same. */
class AwaitOfFailedTest {
    private final Exception failure = new Exception("x");

    AwaitOfFailedTest() {
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("demo.Demo", "io", "Demo.java", 3)});
    }

    /** Stands for a body at an await that finds its operand done. */
    private static Object inner(Object operand) throws Throwable {
        return operand instanceof CompletableFuture ? Hot.stageResult(operand) : Cold.result(operand);
    }

    private static Object outer(Object operand) throws Throwable {
        return inner(operand);
    }

    private static List<String> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).map(frame -> frame.toString().replaceAll(":[0-9]+\\)", ")")).toList();
    }

    @Test
    void ofADeferred() {
        EventLoop loop = new EventLoop();
        Deferred<Object> deferred = new Deferred<>(loop);
        deferred.fail(failure);
        assertThat(catchThrowable(() -> outer(deferred))).isSameAs(failure);
        loop.close();
        assertThatTheTraceNamesTheCallers();
    }

    @Test
    void ofAFuture() {
        assertThat(catchThrowable(() -> outer(CompletableFuture.failedFuture(failure)))).isSameAs(failure);
        assertThatTheTraceNamesTheCallers();
    }

    private void assertThatTheTraceNamesTheCallers() {
        assertThat(frames(failure)).startsWith("demo.Demo.io(Demo.java)", "async//org.asyncjava.AwaitOfFailedTest.inner(AwaitOfFailedTest.java)",
                "async//org.asyncjava.AwaitOfFailedTest.outer(AwaitOfFailedTest.java)");
    }

    @Test
    @DisplayName("HARD_CASES 36: awaited again it stays as it is")
    void again() {
        CompletableFuture<Object> future = CompletableFuture.failedFuture(failure);
        catchThrowable(() -> outer(future));
        List<String> once = frames(failure);
        catchThrowable(() -> inner(future));
        catchThrowable(() -> outer(future));
        assertThat(frames(failure)).isEqualTo(once);
    }

    @Test
    void ofACallThatHasFailedAtOnceAddsNothingSinceItsCallersAreThereAlready() {
        Throwable thrown = catchThrowable(() -> Hot.stageResult(failedCall()));
        assertThat(thrown.getStackTrace()).noneMatch(frame -> "async".equals(frame.getClassLoaderName()));
    }

    private static CompletableFuture<Object> failedCall() {
        return CompletableFuture.failedFuture(new Exception("x"));
    }
}
