package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.ExceptionGroup;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;
import org.junit.jupiter.api.Test;

/** What is refused, how, and that the loop lives on. */
class BadInputTest {
    private final List<Object> log = new ArrayList<>();

    private static void refusesNull(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(NullPointerException.class);
    }

    @Test
    void nullIsRefusedWhereItIsGiven() {
        Virtual.run(() -> {
            refusesNull(() -> createTask((Awaitable<String>) null));
            refusesNull(() -> gather((Awaitable<String>) null));
            refusesNull(() -> shield((Awaitable<String>) null));
            refusesNull(() -> waitFor((Awaitable<String>) null, Duration.ZERO));
            refusesNull(() -> waitFor(Coroutine.done(), null));
            refusesNull(() -> sleep(null));
            refusesNull(() -> toThread(null));
            refusesNull(() -> asCompleted(List.of(Coroutine.done()), null));
            refusesNull(() -> runCoroutineThreadsafe(null, currentLoop()));
            refusesNull(() -> TaskGroup.open(null));
            refusesNull(() -> currentLoop().callSoon(null));
            refusesNull(() -> currentLoop().runInExecutor(null));
            return Coroutine.done();
        });
    }

    @Test
    void aBodyThatIsNullFailsItsCall() {
        Virtual.run(() -> {
            assertThat(await(Virtual.failureOf(() -> withTimeout(Duration.ofSeconds(1), t -> null)))).isInstanceOf(NullPointerException.class);
            assertThat(await(Virtual.failureOf(() -> TaskGroup.open(g -> null)))).isInstanceOf(ExceptionGroup.class)
                    .hasCauseInstanceOf(NullPointerException.class);
            return Coroutine.done();
        });
    }

    @Test
    void aNegativeTimeIsNoTime() {
        Virtual.run(() -> {
            EventLoop loop = currentLoop();
            long before = loop.time();
            await(sleep(Duration.ofSeconds(-5)));
            loop.callLater(Duration.ofSeconds(-5), () -> log.add("called"));
            await(yieldNow());
            await(yieldNow());
            log.add(loop.time() - before);
            return Coroutine.done();
        });
        assertThat(log).containsExactly("called", 0L);
    }

    @Test
    void aCoroutineIsAwaitedOnceOnly() {
        Virtual.run(() -> {
            Coroutine<String> once = new Actors().ok("once", 0);
            await(once);
            Throwable failure = await(Virtual.failureOf(() -> withTimeout(Duration.ofSeconds(1), t -> once)));
            assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("cannot reuse already awaited coroutine");
            assertThat(await(Virtual.failureOf(() -> Coroutine.of(await(createTask(once)))))).isInstanceOf(IllegalStateException.class);
            return Coroutine.done();
        });
    }

    @Test
    void aTaskOfAnotherLoopIsRefused() {
        try (EventLoop other = new EventLoop()) {
            Task<String> stranger = other.createTask(new Actors().ok("stranger", 0));
            run(meeting(stranger));
            assertThat(other.<String>runUntilComplete(stranger)).isEqualTo("stranger");
        }
    }

    @Async
    private static Coroutine<Void> meeting(Task<String> stranger) {
        assertThat(await(Virtual.failureOf(() -> Coroutine.of(await(stranger))))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("attached to a different loop");
        assertThatThrownBy(() -> shield(stranger)).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("The future belongs");
        assertThat(await(Virtual.failureOf(() -> waitFor(stranger, Duration.ZERO)))).isInstanceOf(IllegalStateException.class);
        return Coroutine.done();
    }

    @Test
    void aClosedLoopTakesNothing() {
        EventLoop loop = new EventLoop();
        loop.close();
        assertThatThrownBy(() -> loop.createTask(yieldNow())).isInstanceOf(RejectedExecutionException.class).hasMessage("Event loop is closed");
        assertThatThrownBy(() -> loop.runInExecutor(() -> 1)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> loop.addSignalHandler("INT", () -> { })).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void errorsInTasksAreTheirFailuresAndTheLoopLivesOn() {
        Virtual.run(() -> {
            log.add(await(Virtual.failureOf(() -> Coroutine.of(await(createTask(overflowing()))))).getClass());
            log.add(await(Virtual.failureOf(() -> Coroutine.of(await(createTask(outOfMemory()))))).getClass());
            log.add(await(createTask(Coroutine.of("alive"))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly(StackOverflowError.class, OutOfMemoryError.class, "alive");
    }

    @Async
    private static Coroutine<Integer> overflowing() {
        await(yieldNow());
        return Coroutine.of(depth(1));
    }

    private static int depth(int level) {
        return depth(level + 1) + 1;
    }

    @Async
    private static Coroutine<Integer> outOfMemory() {
        await(yieldNow());
        return Coroutine.of(new long[Integer.MAX_VALUE].length + new long[Integer.MAX_VALUE].length);
    }

    @Test
    void whatACallbackOrAnExceptionHandlerThrowsIsReportedAndTheLoopLivesOn() {
        List<FailureContext> reported = new ArrayList<>();
        try (LogCapture captured = new LogCapture()) {
            Virtual.run(() -> {
                EventLoop loop = currentLoop();
                loop.setExceptionHandler((where, context) -> {
                    reported.add(context);
                    throw new IllegalStateException("broken handler");
                });
                loop.callSoon(() -> depth(1));
                await(sleep(Duration.ofSeconds(1)));
                log.add("alive");
                return Coroutine.done();
            });
            assertThat(captured.messages()).anyMatch(message -> message.startsWith("Exception in callback: <Handle "))
                    .contains("Unhandled error in exception handler");
        }
        assertThat(log).containsExactly("alive");
        assertThat(reported).extracting(FailureContext::exception).hasOnlyElementsOfType(StackOverflowError.class);
    }
}
