package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the turns of a hosted loop share their thread: with the host's own events, with turns of other loops, and with one another. */
@Timeout(120)
class HostTurnsTest {
    private final EventHost host = new EventHost();
    private final EventLoop loop = EventLoop.hosted(host);
    private final Log log = new Log();

    @AfterEach
    void end() {
        host.close();
    }

    /** A dialog: the host's events, until something happens that closes it. */
    private void dialog(AtomicBoolean closed) {
        log.add("opens");
        host.runUntil(closed::get);
        log.add("closes");
    }

    @Async
    private static Coroutine<Void> yieldFor(int times) {
        for (int i = 0; i < times; i++) {
            await(yieldNow());
        }
        return Coroutine.done();
    }

    /** 100,000 tasks are always ready. Between two runs of ours the host's own event gets its turn, and none of ours takes many steps. */
    @Test
    void theHostsOwnEventsGoOnBesideManyTasks() {
        int tasks = 100_000;
        int[] steps = {0};
        int[] most = {0};
        int[] own = {0};
        boolean[] ended = {false};
        for (int i = 0; i < tasks; i++) {
            createTask(coroutine(() -> {
                while (!ended[0]) {
                    steps[0]++;
                    await(yieldNow());
                }
                return Coroutine.done();
            }));
        }
        Runnable[] event = {null};
        event[0] = () -> {
            most[0] = Math.max(most[0], steps[0]);
            steps[0] = 0;
            if (++own[0] < 300) {
                host.execute(event[0]);
            } else {
                ended[0] = true;
            }
        };
        host.execute(event[0]);
        host.runAll();
        assertThat(own[0]).isEqualTo(300);
        assertThat(most[0]).isBetween(1, 1024);
    }

    /** A step that takes long is the last one of its run. */
    @Test
    void noStepBeginsWhenTheTimeOfARunIsOver() {
        int[] steps = {0};
        for (int i = 0; i < 64; i++) {
            loop.callSoon(() -> {
                steps[0]++;
                long until = System.nanoTime() + 1_000_000;
                while (System.nanoTime() - until < 0) {
                    Thread.onSpinWait();
                }
            });
        }
        host.runOne();
        assertThat(steps[0]).isBetween(1, 16);
        host.runAll();
        assertThat(steps[0]).isEqualTo(64);
    }

    @Test
    void oneRunAtATimeIsGivenToTheHost() {
        for (int i = 0; i < 10; i++) {
            loop.callSoon(log.adding(i));
            loop.callSoonThreadsafe(log.adding(i));
        }
        assertThat(host.waiting()).isEqualTo(1);
        host.runAll();
        assertThat(log.entries()).hasSize(20);
    }

    @Test
    void otherTasksAndTimersGoOnDuringADialog() {
        AtomicBoolean closed = new AtomicBoolean();
        Task<Void> interrupted = createTask(coroutine(() -> {
            dialog(closed);
            log.add("current again: " + (currentTask().orElseThrow().name()));
            await(yieldNow());
            log.add("went on");
            return Coroutine.done();
        }));
        interrupted.setName("interrupted");
        Task<Void> other = createTask(coroutine(() -> {
            for (int i = 0; i < 3; i++) {
                log.add(currentTask().orElseThrow().name() + " " + i);
                await(yieldNow());
            }
            await(sleep(Duration.ofMillis(1)));
            closed.set(true);
            return Coroutine.done();
        }));
        other.setName("other");
        host.runUntil(() -> interrupted.isDone() && other.isDone());
        assertThat(log.entries()).containsExactly("opens", "other 0", "other 1", "other 2", "closes", "current again: interrupted", "went on");
    }

    /** Nothing else is ready when the dialog opens but what the same turn was to run after its step. */
    @Test
    void whatTheSameTurnWasToRunLaterRunsDuringTheDialog() {
        AtomicBoolean closed = new AtomicBoolean();
        loop.callSoon(() -> dialog(closed));
        loop.callSoon(() -> closed.set(true));
        host.runUntil(() -> loop.scheduler.isIdle());
        assertThat(log.entries()).containsExactly("opens", "closes");
    }

    @Test
    void aDialogThatATimerOpensIsClosedByATimerOfTheSameTime() {
        AtomicBoolean closed = new AtomicBoolean();
        long when = loop.time() + 1_000_000;
        loop.callAt(when, () -> dialog(closed));
        loop.callAt(when, () -> closed.set(true));
        host.runUntil(() -> log.entries().contains("closes"));
    }

    @Test
    void aDialogThatATimerOpensIsClosedByALaterTimer() {
        AtomicBoolean closed = new AtomicBoolean();
        loop.callLater(Duration.ofMillis(1), () -> dialog(closed));
        loop.callLater(Duration.ofMillis(20), () -> closed.set(true));
        host.runUntil(() -> log.entries().contains("closes"));
    }

    @Test
    void aDialogThatATimerOpensIsClosedByATimerThatItSets() {
        AtomicBoolean closed = new AtomicBoolean();
        loop.callLater(Duration.ofMillis(1), () -> {
            loop.callLater(Duration.ofMillis(1), () -> closed.set(true));
            dialog(closed);
        });
        host.runUntil(() -> log.entries().contains("closes"));
    }

    @Test
    void dialogsNest() {
        AtomicBoolean outer = new AtomicBoolean();
        AtomicBoolean inner = new AtomicBoolean();
        Task<String> first = createTask(coroutine(() -> {
            dialog(outer);
            return Coroutine.of(currentTask().orElseThrow().name());
        }));
        Task<String> second = createTask(coroutine(() -> {
            dialog(inner);
            return Coroutine.of(currentTask().orElseThrow().name());
        }));
        Task<Void> third = createTask(coroutine(() -> {
            await(yieldFor(3));
            log.add("third");
            outer.set(true); // is seen when the inner one has closed
            await(sleep(Duration.ofMillis(1)));
            inner.set(true);
            return Coroutine.done();
        }));
        host.runUntil(() -> first.isDone() && second.isDone() && third.isDone());
        assertThat(List.of(first.result(), second.result())).containsExactly("Task-1", "Task-2");
        assertThat(log.entries()).containsExactly("opens", "opens", "third", "closes", "closes");
    }

    /** What closes the inner dialog came during the turn that opens the outer one, and is not part of what the second run goes on with. */
    @Test
    void whatCameDuringATurnRunsDuringTheInnermostDialog() {
        AtomicBoolean outer = new AtomicBoolean();
        AtomicBoolean inner = new AtomicBoolean();
        loop.callSoon(() -> {
            loop.callSoon(() -> {
                inner.set(true);
                outer.set(true);
            });
            dialog(outer);
        });
        loop.callSoon(() -> dialog(inner));
        host.runUntil(() -> loop.scheduler.isIdle());
        assertThat(log.entries()).containsExactly("opens", "opens", "closes", "closes");
    }

    @Test
    void contextsAreThoseOfEachTask() {
        ContextVar<String> variable = new ContextVar<>("variable");
        AtomicBoolean closed = new AtomicBoolean();
        Task<?> interrupted = createTask(coroutine(() -> {
            variable.set("interrupted");
            createTask(coroutine(() -> {
                log.add(variable.get());
                variable.set("other");
                await(yieldNow());
                log.add(variable.get());
                closed.set(true);
                return Coroutine.done();
            }));
            dialog(closed);
            log.add(variable.get());
            return Coroutine.done();
        }));
        host.runUntil(interrupted::isDone);
        assertThat(log.entries()).containsExactly("opens", "interrupted", "other", "closes", "interrupted");
    }

    @Test
    void theDispatcherOfAnInterruptedMethodIsItsOwn() {
        AtomicBoolean closed = new AtomicBoolean();
        List<Runnable> given = new ArrayList<>();
        loop.callSoon(() -> Dispatcher.call(given::add, () -> {
            Dispatcher own = Dispatcher.current().orElseThrow();
            loop.callSoon(() -> {
                log.add(Dispatcher.current().orElseThrow() == loop);
                closed.set(true);
            });
            dialog(closed);
            log.add(Dispatcher.current().orElseThrow() == own);
            return null;
        }));
        host.runUntil(() -> loop.scheduler.isIdle());
        assertThat(log.entries()).containsExactly("opens", true, "closes", true);
    }

    /** The interrupted task is woken during its own step. */
    @Test
    void anInterruptedTaskIsResumedOnce() {
        AtomicBoolean closed = new AtomicBoolean();
        CompletableFuture<String> operand = new CompletableFuture<>();
        Task<String> task = createTask(coroutine(() -> {
            Task<?> self = currentTask().orElseThrow();
            loop.callSoon(() -> {
                operand.complete("value");
                self.cancel();
                self.uncancel();
                closed.set(true);
            });
            dialog(closed);
            return Coroutine.of(await(operand));
        }));
        host.runUntil(task::isDone);
        assertThat(task.result()).isEqualTo("value");
    }

    @Test
    void aFailureOfAStepThatWasInterruptedIsThatStepsOwn() {
        List<FailureContext> reported = new ArrayList<>();
        loop.setExceptionHandler((where, context) -> reported.add(context));
        AtomicBoolean closed = new AtomicBoolean();
        Handle interrupted = loop.callSoon(() -> {
            dialog(closed);
            throw new IllegalStateException("interrupted");
        });
        loop.callSoon(() -> closed.set(true));
        loop.callSoon(log.adding("next"));
        host.runUntil(() -> loop.scheduler.isIdle());
        assertThat(log.entries()).containsExactly("opens", "next", "closes");
        assertThat(reported).singleElement().satisfies(context -> assertThat(context.source()).isSameAs(interrupted));
    }
}
