package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.toThread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Where nothing may block, and where a loop's thread is none of the loop's business. */
class InStepTest {
    private final List<Boolean> told = new ArrayList<>();

    private void tell() {
        told.add(EventLoop.isInStep());
    }

    @Async
    private Coroutine<Void> telling() {
        tell();
        await(Coroutines.yieldNow());
        tell();
        return Coroutine.done();
    }

    @Async
    private CompletableFuture<Void> tellingHot(CompletableFuture<Void> operand) {
        await(operand);
        tell();
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void stepsOfTasksAndCallbacksAreSteps() {
        run(() -> {
            Coroutines.currentLoop().callSoon(this::tell);
            await(telling());
            return Coroutine.done();
        });
        assertThat(told).containsExactly(true, true, true);
        assertThat(EventLoop.isInStep()).isFalse();
    }

    @Test
    void aMethodThatGoesOnThereIsInAStep() {
        CompletableFuture<Void> operand = new CompletableFuture<>();
        run(() -> {
            CompletableFuture<Void> hot = tellingHot(operand);
            operand.complete(null);
            await(hot);
            return Coroutine.done();
        });
        tellingHot(operand).join(); // and where no loop runs it is not
        assertThat(told).containsExactly(true, false);
    }

    @Test
    void theWaitForSomethingToDoIsNone() {
        List<Boolean> inClock = new ArrayList<>();
        EventLoop loop = new EventLoop(new LoopClock() {
            private long now;

            @Override
            public long now() {
                return now;
            }

            @Override
            public boolean isVirtual() {
                return false;
            }

            @Override
            public void awaitUntil(long time) {
                inClock.add(EventLoop.isInStep());
                now = time;
            }
        });
        loop.runUntilComplete(Coroutines.sleep(Duration.ofSeconds(1)));
        loop.close();
        assertThat(inClock).containsExactly(false);
    }

    @Test
    void callsOnOtherThreadsAreNone() {
        assertThat(run(() -> Coroutine.of(await(toThread(EventLoop::isInStep))))).isFalse();
    }

    @Test
    void turnsOnAHostsThreadAreAndItsOwnEventsAreNot() {
        try (EventHost host = new EventHost()) {
            EventLoop loop = EventLoop.hosted(host);
            loop.callSoonThreadsafe(this::tell);
            host.execute(this::tell);
            host.runAll();
        }
        assertThat(told).containsExactly(true, false);
    }

    /** A modal dialog's own events are inside the step that shows it. */
    @Test
    void aStepIsOnWhileTheHostHandlesEventsWithinIt() {
        try (EventHost host = new EventHost()) {
            EventLoop loop = EventLoop.hosted(host);
            loop.callSoonThreadsafe(() -> {
                host.execute(this::tell);
                host.runAll();
                tell();
            });
            host.runAll();
        }
        assertThat(told).containsExactly(true, true);
    }

    @Test
    void aStrandsTurnIsAStepAndWhatIsOutsideOfItIsNot() {
        List<Runnable> given = new ArrayList<>();
        EventLoop strand = EventLoop.on(given::add);
        strand.callSoonThreadsafe(this::tell);
        tell();
        given.remove(0).run();
        tell();
        assertThat(told).containsExactly(false, true, false);
    }
}
