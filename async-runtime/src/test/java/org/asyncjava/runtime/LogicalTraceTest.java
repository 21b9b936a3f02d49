package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.asyncjava.Awaitable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** HARD_CASES 35, 36: the methods that await one that has failed stand in the stack trace. */
class LogicalTraceTest {
    private static final String HOT_FRAME = "async//org.asyncjava.runtime.HotScript.call(HotScript.java)";

    /** An exception whose trace is this one frame, so that what is added is all that differs. */
    private static <E extends Exception> E thrownIn(String method, E failure) {
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("demo.Demo", method, "Demo.java", 3)});
        return failure;
    }

    private static List<String> frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::toString).toList();
    }

    /** What a task ends with that awaits an operand in {@code inner}, which {@code outer} awaits. */
    private static Steps<Object> chain(Object operand) {
        return named("outer").then(v -> named("inner").then(w -> yieldNow()).then(w -> operand).then(Steps::result)).then(Steps::result);
    }

    private static Throwable failureOf(Coroutine<?> main) {
        return catchThrowable(() -> VirtualTime.run(main));
    }

    @Test
    void namesTheAwaitingMethodsInnermostFirstMarked() {
        Exception failure = thrownIn("io", new Exception("x"));
        failureOf(named("main").then(v -> {
            Deferred<Object> deferred = new Deferred<>();
            deferred.loop().callSoon(() -> deferred.loop().callSoon(() -> deferred.fail(failure)));
            return chain(deferred);
        }).then(Steps::result));
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed.toString().lines()).containsExactly("java.lang.Exception: x",
                "\tat demo.Demo.io(Demo.java:3)",
                "\tat async//demo.Demo.inner(Demo.java:12)",
                "\tat async//demo.Demo.outer(Demo.java:11)",
                "\tat async//demo.Demo.main(Demo.java:11)");
    }

    @Test
    void standsBetweenTheThrowingMethodAndTheLoop() {
        Throwable failure = failureOf(named("main").then(v -> named("inner").then(w -> yieldNow()).then(w -> {
            throw thrownBelowTheDriver();
        })).then(Steps::result));
        List<String> frames = frames(failure);
        int added = frames.indexOf("async//demo.Demo.main(Demo.java:11)");
        assertThat(frames.subList(0, added)).containsExactly("demo.Demo.inner(Demo.java:12)");
        assertThat(frames.get(added + 1)).isEqualTo("org.asyncjava.runtime.Chain.advance(Chain.java)");
        assertThat(frames).hasSize(added + 2);
    }

    /** A trace as generated code leaves it: the body, the machine without a line, the driver. */
    private static Exception thrownBelowTheDriver() {
        Exception failure = new Exception("x");
        failure.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("demo.Demo", "inner", "Demo.java", 12),
                new StackTraceElement("demo.Demo$inner$Async1", "resume", "Demo.java", -1),
                new StackTraceElement(Continuation.class.getName(), "run", "Continuation.java", 1),
                new StackTraceElement(Continuation.class.getName(), "runOnDriver", "Continuation.java", 2),
                new StackTraceElement(Chain.class.getName(), "advance", "Chain.java", 3)});
        return failure;
    }

    @Test
    void goesOnThroughTasksGatherAndTimeouts() {
        Exception failure = thrownIn("child", new Exception("x"));
        failureOf(named("main").then(v -> withTimeout(Duration.ofHours(1), t -> Steps.<Object>named("timed").then(w -> {
            Task<Object> child = createTask(Steps.<Object>named("child").then(x -> yieldNow()).then(x -> {
                throw failure;
            }));
            return gather(child, createTask(sleep(Duration.ofSeconds(1))));
        }).then(Steps::result))).then(Steps::result));
        assertThat(frames(failure).stream().map(frame -> frame.replaceFirst("Coroutines\\.java:\\d+", "Coroutines.java:n"))).containsExactly(
                "demo.Demo.child(Demo.java:3)",
                "async//demo.Demo.timed(Demo.java:11)",
                "async//org.asyncjava.runtime.Coroutines.withTimeout(Coroutines.java:n)",
                "async//demo.Demo.main(Demo.java:11)");
    }

    @Test
    void followsMethodsThatReturnFutures() {
        Exception failure = thrownIn("io", new Exception("x"));
        CompletableFuture<Object> io = new CompletableFuture<>();
        CompletableFuture<Object> inner = HotScript.call((number, received) -> number == 0 ? HotScript.await(io) : received.get());
        CompletableFuture<Object> outer = HotScript.call((number, received) -> number == 0 ? HotScript.await(inner) : received.get());
        io.completeExceptionally(new CompletionException(failure));
        assertThat(outer).isCompletedExceptionally();
        assertThat(frames(failure)).containsExactly("demo.Demo.io(Demo.java:3)", HOT_FRAME, HOT_FRAME);
    }

    @Test
    @DisplayName("HARD_CASES 36: one exception for many is the trace of one chain of calls")
    void doesNotGrowWithTheNumberOfWaiters() {
        Exception failure = thrownIn("io", new Exception("x"));
        run(named("main").then(v -> {
            Deferred<Object> deferred = new Deferred<>();
            List<Awaitable<?>> waiters = List.of(createTask(chain(deferred)), createTask(chain(deferred)), createTask(chain(deferred)));
            deferred.loop().callSoon(() -> deferred.loop().callSoon(() -> deferred.fail(failure)));
            return Coroutines.gatherOutcomes(waiters);
        }).then(Steps::result));
        assertThat(frames(failure)).containsExactly("demo.Demo.io(Demo.java:3)",
                "async//demo.Demo.inner(Demo.java:12)", "async//demo.Demo.outer(Demo.java:11)");
    }

    @Test
    void leavesCancellationsAndExceptionsWithoutTraceAlone() {
        CancellationException cancellation = thrownIn("io", new CancellationException());
        Exception bare = new Exception("x", null, false, false) {
            private static final long serialVersionUID = 1L;
        };
        for (Exception failure : List.of(cancellation, bare)) {
            int before = failure.getStackTrace().length;
            CompletableFuture<Object> io = new CompletableFuture<>();
            CompletableFuture<Object> call = HotScript.call((number, received) -> number == 0 ? HotScript.await(io) : received.get());
            io.completeExceptionally(failure);
            assertThat(call).isCompletedExceptionally();
            assertThat(failure.getStackTrace()).hasSize(before);
        }
    }

    @Test
    void anExceptionThatRefusesReachesItsAwaitAllTheSame() {
        Exception failure = new Exception("x") {
            private static final long serialVersionUID = 1L;

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new UnsupportedOperationException("none");
            }
        };
        CompletableFuture<Object> io = new CompletableFuture<>();
        CompletableFuture<Object> call = HotScript.call((number, received) -> number == 0 ? HotScript.await(io) : received.get());
        io.completeExceptionally(failure);
        assertThat(call.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
    }

    @Test
    void keepsNoMoreFramesThanAStackHas() {
        Exception failure = thrownIn("io", new Exception("x"));
        Throwable thrown = failureOf(named("main").then(v -> {
            Deferred<Object> deferred = new Deferred<>();
            deferred.loop().callSoon(() -> deferred.loop().callSoon(() -> deferred.fail(failure)));
            return Programs.nest(5000, deferred);
        }).then(Steps::result));
        assertThat(thrown).isSameAs(failure);
        assertThat(frames(failure)).hasSize(1024).last().asString().startsWith("async//org.asyncjava.runtime.Programs.nest(Programs.java:");
    }
}
