package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.firstSuccess;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.LoopFuture;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** Every method that awaits what has failed stands in the stack trace, once, whatever it awaits and whenever that ends. */
class LogicalTracesTest {
    private static final int DEPTH = 3;

    private static int framesOf(Throwable failure, String method) {
        return (int) Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().equals(LogicalTracesTest.class.getName()) && frame.getMethodName().equals(method)).count();
    }

    /** The async frames' methods, innermost first. */
    private static List<String> awaiting(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).filter(frame -> "async".equals(frame.getClassLoaderName()))
                .map(StackTraceElement::getMethodName).filter(name -> !name.startsWith("lambda$")).toList();
    }

    /** A failure whose own trace names no method of this class. */
    private static IllegalArgumentException failure() {
        IllegalArgumentException failure = new IllegalArgumentException("leaf");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("db.Driver", "read", "Driver.java", 7)});
        return failure;
    }

    private static void failAt(int at, int depth, CompletableFuture<String> operand, Throwable failure) {
        if (at == depth) {
            operand.completeExceptionally(failure);
        }
    }

    /** The operand fails while one of the calls is about to await the next one, so that some find theirs done and others do not. */
    @Async
    private static CompletableFuture<String> hot(int depth, int at, CompletableFuture<String> operand, Throwable failure) {
        CompletableFuture<String> inner = depth == 0 ? operand : hot(depth - 1, at, operand, failure);
        failAt(at, depth, operand, failure);
        return CompletableFuture.completedFuture(await(inner));
    }

    @Test
    void aMethodThatAwaitsItselfIsNamedOncePerCallWheneverTheOperandFails() {
        for (int at = 0; at <= DEPTH + 1; at++) {
            CompletableFuture<String> operand = new CompletableFuture<>();
            IllegalArgumentException failure = failure();
            CompletableFuture<String> call = hot(DEPTH, at, operand, failure);
            failAt(at, DEPTH + 1, operand, failure);
            assertThat(call).isCompletedExceptionally();
            assertThat(framesOf(failure, "hot")).as("failed at " + at).isEqualTo(DEPTH + 1);
        }
    }

    @Async
    private static CompletableFuture<String> later(int depth, int at, CompletableFuture<String> operand, CompletableFuture<String> gate) {
        CompletableFuture<String> inner = depth == 0 ? operand : later(depth - 1, at, operand, gate);
        if (depth >= at) {
            await(gate);
        }
        return CompletableFuture.completedFuture(await(inner));
    }

    @Test
    void aCallThatIsResumedAndFindsItsOperandFailedIsNamedToo() {
        for (int at = 0; at <= DEPTH; at++) {
            CompletableFuture<String> operand = new CompletableFuture<>();
            CompletableFuture<String> gate = new CompletableFuture<>();
            IllegalArgumentException failure = failure();
            CompletableFuture<String> call = later(DEPTH, at, operand, gate);
            operand.completeExceptionally(failure);
            gate.complete("open");
            assertThat(call).isCompletedExceptionally();
            assertThat(framesOf(failure, "later")).as("gate from " + at).isEqualTo(DEPTH + 1);
        }
    }

    /** Throws in the innermost call; the others find the next one failed when they come to await it, or are suspended there. */
    @Async
    private static CompletableFuture<String> throwing(int depth, List<CompletableFuture<String>> gates) {
        CompletableFuture<String> inner = depth == 0 ? null : throwing(depth - 1, gates);
        await(gates.get(depth));
        if (depth == 0) {
            throw new IllegalArgumentException("innermost");
        }
        return CompletableFuture.completedFuture(await(inner));
    }

    @Test
    void aMethodThatThrowsAndAwaitsItselfIsNamedOncePerCallWhicheverEndsFirst() {
        for (int open = 0; open < 1 << DEPTH; open++) {
            List<CompletableFuture<String>> gates = Stream.generate(() -> new CompletableFuture<String>()).limit(DEPTH + 1).toList();
            for (int gate = 1; gate <= DEPTH; gate++) {
                if ((open >> gate - 1 & 1) != 0) {
                    gates.get(gate).complete("open before");
                }
            }
            CompletableFuture<String> call = throwing(DEPTH, gates);
            gates.forEach(gate -> gate.complete("open after"));
            Throwable failure = catchThrowable(call::join).getCause();
            assertThat(framesOf(failure, "throwing")).as("open before " + Integer.toBinaryString(open)).isEqualTo(DEPTH + 1);
        }
    }

    /** As {@code throwing}, by tasks. */
    @Async
    private static Coroutine<String> throwingTask(int depth, boolean laterThanTheNext) {
        if (depth == 0) {
            await(yieldNow());
            throw new IllegalArgumentException("innermost");
        }
        Task<String> inner = createTask(throwingTask(depth - 1, laterThanTheNext));
        if (laterThanTheNext) {
            await(sleep(millis(depth)));
        }
        return Coroutine.of(await(inner));
    }

    @Test
    void aTaskThatThrowsAndAwaitsATaskOfTheSameMethodIsNamedOncePerCall() {
        for (boolean late : new boolean[] {false, true}) {
            Throwable failure = catchThrowable(() -> Virtual.run(() -> {
                await(throwingTask(DEPTH, late));
                return Coroutine.done();
            }));
            assertThat(framesOf(failure, "throwingTask")).as("late " + late).isEqualTo(DEPTH + 1);
        }
    }

    @Async
    private static Coroutine<String> nest(int depth, Awaitable<String> operand) {
        return Coroutine.of(depth == 0 ? await(operand) : await(nest(depth - 1, operand)));
    }

    @Test
    void aFailureThatSeveralReceiveHasTheCallsOfOneOfThem() {
        IllegalArgumentException failure = failure();
        Virtual.run(() -> {
            CompletableFuture<String> stage = new CompletableFuture<>();
            Awaitable<String> shared = from(stage);
            List<Task<String>> tasks = List.of(createTask(nest(DEPTH, shared)), createTask(nest(DEPTH, shared)));
            await(yieldNow());
            stage.completeExceptionally(failure);
            for (Task<String> task : tasks) {
                assertThat(await(Virtual.failureOf(() -> nest(0, task)))).isSameAs(failure);
            }
            return Coroutine.done();
        });
        assertThat(framesOf(failure, "nest")).isEqualTo(DEPTH + 2);
    }

    @Async
    private static Coroutine<String> leaf() {
        await(yieldNow());
        throw new IllegalArgumentException("leaf");
    }

    @Async
    private static Coroutine<String> next() {
        String last = "";
        for (Coroutine<String> each : asCompleted(List.of(leaf()))) {
            last = await(each);
        }
        return Coroutine.of(last);
    }

    @Async
    private static Coroutine<String> future() {
        LoopFuture<String> ended = null;
        for (Coroutine<LoopFuture<String>> each : asCompleted(List.of(leaf())).futures()) {
            ended = await(each);
        }
        return Coroutine.of(await(ended));
    }

    @Async
    private static Coroutine<String> raced() {
        return Coroutine.of(await(race(leaf(), sleep(millis(10), "slow"))));
    }

    @Async
    private static Coroutine<String> limited(Duration limit) {
        return Coroutine.of(await(waitFor(leaf(), limit)));
    }

    @Async
    private static Coroutine<String> limitedTask() {
        return Coroutine.of(await(waitFor(createTask(leaf()), millis(10))));
    }

    @Async
    private static Coroutine<String> gathered() {
        return Coroutine.of(await(gather(leaf(), sleep(millis(1), "other"))).get(0));
    }

    @Async
    private static Coroutine<String> shielded() {
        return Coroutine.of(await(shield(leaf())));
    }

    @Async
    private static CompletableFuture<String> hotLeaf() {
        return CompletableFuture.completedFuture(await(leaf()));
    }

    @Async
    private static Coroutine<String> bridged() {
        return Coroutine.of(await(from(hotLeaf())));
    }

    @Async
    private static Coroutine<String> viewed() {
        return Coroutine.of(await(createTask(leaf()).toFuture()));
    }

    private static void assertThatTheTraceGoesOn(Coroutine<String> call, String... methods) {
        Throwable failure = catchThrowable(() -> Virtual.run(() -> {
            await(call);
            return Coroutine.done();
        }));
        assertThat(failure).isInstanceOf(IllegalArgumentException.class);
        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("leaf");
        assertThat(awaiting(failure)).startsWith(methods);
    }

    @Test
    void combinatorsAndWhoAwaitsThemAreNamed() {
        assertThatTheTraceGoesOn(next(), "next", "next");
        assertThatTheTraceGoesOn(future(), "future");
        assertThatTheTraceGoesOn(raced(), "race", "raced");
        assertThatTheTraceGoesOn(limited(millis(10)), "waitFor", "limited");
        assertThatTheTraceGoesOn(limitedTask(), "waitFor", "limitedTask");
        assertThatTheTraceGoesOn(gathered(), "gathered");
        assertThatTheTraceGoesOn(shielded(), "shielded");
    }

    @Test
    void bridgesBetweenTheFamiliesAreCrossed() {
        assertThatTheTraceGoesOn(bridged(), "hotLeaf", "bridged");
        assertThatTheTraceGoesOn(viewed(), "viewed");
    }

    /** Of a program's own kind; fails at once or when it is told. */
    private static final class Own implements Awaitable<String>, Awaiter<String> {
        private final Throwable failure;
        private Runnable waiting;
        private boolean done;

        private Own(Throwable failure, boolean done) {
            this.failure = failure;
            this.done = done;
        }

        private void end() {
            done = true;
            waiting.run();
        }

        @Override
        public Awaiter<String> awaiter() {
            return this;
        }

        @Override
        public boolean isDone() {
            return done;
        }

        @Override
        public String result() throws Throwable {
            throw failure;
        }

        @Override
        public void onDone(Runnable callback) {
            waiting = callback;
        }

        @Override
        public boolean cancel() {
            return false;
        }
    }

    @Test
    void whoAwaitsAnObjectOfTheProgramsOwnIsNamed() {
        IllegalArgumentException late = failure();
        IllegalArgumentException early = failure();
        Virtual.run(() -> {
            Own pending = new Own(late, false);
            Task<String> task = createTask(nest(DEPTH, pending));
            await(yieldNow());
            pending.end();
            await(Virtual.failureOf(() -> nest(0, task)));
            await(Virtual.failureOf(() -> nest(DEPTH, new Own(early, true))));
            return Coroutine.done();
        });
        assertThat(framesOf(late, "nest")).isEqualTo(DEPTH + 2);
        assertThat(framesOf(early, "nest")).isEqualTo(DEPTH + 1);
    }

    @Test
    void aCallOfTheRuntimeIsPrintedUnderItsOwnName() {
        Virtual.run(() -> {
            AsyncSemaphore semaphore = new AsyncSemaphore(1);
            assertThat(createTask(semaphore.with(() -> sleep(millis(1)))).toString()).contains("AsyncSemaphore.with()");
            assertThat(createTask(firstSuccess(sleep(millis(1)))).toString()).contains("Combinators.firstSuccess()");
            Task<String> waiting = createTask(waitFor(sleep(millis(5), "x"), millis(10)));
            await(yieldNow());
            assertThat(waiting.getStack()).extracting(StackTraceElement::getMethodName).containsExactly("sleep", "waitFor");
            await(waiting);
            return Coroutine.done();
        });
    }

    @Async
    private static Coroutine<String> waiting(Task<String> task, Duration limit) {
        return Coroutine.of(await(waitFor(task, limit)));
    }

    @Async
    private static Coroutine<String> outer(Task<String> task, Duration limit) {
        return Coroutine.of(await(waiting(task, limit)));
    }

    @Test
    void aCallOfTheRuntimeThatFindsAFailureIsFollowedByWhoAwaitsIt() {
        for (Duration limit : List.of(Duration.ZERO, Duration.ofHours(1))) {
            IllegalArgumentException failure = failure();
            Virtual.run(() -> {
                Task<String> task = createTask(Coroutine.failed(failure));
                await(yieldNow());
                await(Virtual.failureOf(() -> outer(task, limit)));
                return Coroutine.done();
            });
            assertThat(awaiting(failure)).containsSubsequence("waitFor", "waiting", "outer");
        }
    }
}
