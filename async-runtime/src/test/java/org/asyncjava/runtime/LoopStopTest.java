package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.time.Duration;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop ends the run that it was meant for, and no other. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopStopTest {
    private static final String STOPPED = "Event loop stopped before Future completed.";

    private final EventLoop loop = TestLoop.withVirtualTime();
    private final Log log = new Log();

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Async
    private Coroutine<Object> after(int seconds, String value) {
        await(sleep(Duration.ofSeconds(seconds)));
        return log.ending(value);
    }

    @Test
    void whatAStoppedRunWaitedForDoesNotEndALaterRun() {
        Task<Object> first = loop.createTask(after(1, "first"));
        loop.callSoon(loop::stop);
        assertThatThrownBy(() -> loop.runUntilComplete(first)).hasMessage(STOPPED);
        assertThat(loop.<Object>runUntilComplete(after(2, "second"))).isEqualTo("second");
        assertThat(log.entries()).containsExactly("first", "second");
    }

    @Test
    void aStopInTheTurnInWhichTheRunWouldEndDoesNotEndALaterRun() {
        Deferred<Integer> first = new Deferred<>(loop);
        loop.callSoon(() -> {
            first.complete(1);
            loop.stop();
        });
        assertThat(loop.<Integer>runUntilComplete(first)).isEqualTo(1);
        assertThat(loop.<Object>runUntilComplete(after(2, "second"))).isEqualTo("second");
    }

    @Test
    void aFutureThatIsDoneAndAStopDoNotEndALaterRun() {
        Deferred<Integer> first = new Deferred<>(loop);
        first.complete(1);
        loop.stop();
        assertThat(loop.<Integer>runUntilComplete(first)).isEqualTo(1);
        assertThat(loop.<Object>runUntilComplete(after(2, "second"))).isEqualTo("second");
    }

    @Test
    void runForeverIsNotEndedByAnEarlierRun() {
        Task<Object> first = loop.createTask(after(1, "first"));
        loop.callSoon(loop::stop);
        assertThatThrownBy(() -> loop.runUntilComplete(first)).hasMessage(STOPPED);
        loop.callLater(Duration.ofSeconds(3), () -> {
            log.add("stops");
            loop.stop();
        });
        loop.runForever();
        assertThat(log.entries()).containsExactly("first", "stops");
    }

    @Test
    void aStopWithinRunLetsTheLeftoversCleanUp() {
        assertThatThrownBy(() -> run(coroutine(() -> {
            Coroutines.currentLoop().stop();
            Throwable failure = await(failureOf(yieldNow()));
            log.cancelled("main", failure);
            await(yieldNow());
            await(yieldNow());
            return log.ending("cleaned up");
        }))).hasMessage(STOPPED);
        assertThat(log.entries()).containsExactly("main null", "cleaned up");
    }

    @Test
    void aStopWithinCleaningUpDoesNotCutItShort() {
        Object answer = run(coroutine(() -> {
            createTask(coroutine(() -> {
                await(failureOf(sleep(Duration.ofDays(1))));
                Coroutines.currentLoop().stop();
                await(yieldNow());
                await(yieldNow());
                return log.ending("cleaned up");
            }));
            await(yieldNow());
            return Coroutine.of("answer");
        }));
        assertThat(answer).isEqualTo("answer");
        assertThat(log.entries()).containsExactly("cleaned up");
    }
}
