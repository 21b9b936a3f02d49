package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopGroupTest {
    private final LoopGroup group = new LoopGroup(3, "worker");
    private final Queue<Object> log = new ConcurrentLinkedQueue<>();
    private final Queue<FailureContext> reported = new ConcurrentLinkedQueue<>();

    LoopGroupTest() {
        group.loops().forEach(loop -> loop.setExceptionHandler((where, context) -> reported.add(context)));
    }

    @AfterEach
    void end() {
        group.close(Duration.ZERO);
        assertThat(group.loops()).allMatch(EventLoop::isClosed);
        assertThat(reported).isEmpty();
    }

    private EventLoop loop(int number) {
        return group.loops().get(number);
    }

    /** Starts code on a loop; the future tells how it ends. */
    private static <T> CompletableFuture<T> start(EventLoop loop, AsyncSupplier<T> code) {
        return runCoroutineThreadsafe(coroutine(code), loop);
    }

    /** Closes the group on a thread of its own. */
    private CompletableFuture<Void> closing(Runnable close) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        new Thread(() -> {
            close.run();
            closed.complete(null);
        }, "closing").start();
        return closed;
    }

    /** Waits until calls from outside are refused: the group is being closed. */
    private void awaitRefusal() {
        CompletableFuture<Object> call;
        do {
            call = hot(() -> group.next().call(() -> Coroutine.of(1)));
        } while (call.handle((value, failure) -> failure).join() == null);
        assertThatThrownBy(call::join).hasCauseInstanceOf(RejectedExecutionException.class).hasMessageContaining("Loop group is closed");
    }

    @Test
    void eachLoopHasAThreadWithANameThatIsNoDaemon() {
        List<String> names = new ArrayList<>();
        for (EventLoop loop : group.loops()) {
            names.add(start(loop, () -> Coroutine.of(Thread.currentThread().getName() + " " + Thread.currentThread().isDaemon())).join());
        }

        assertThat(names).containsExactly("worker-1 false", "worker-2 false", "worker-3 false");
    }

    @Test
    void thereIsALoopForEachProcessorUnlessToldOtherwise() {
        try (LoopGroup usual = new LoopGroup()) {
            assertThat(usual.loops()).hasSize(Runtime.getRuntime().availableProcessors());
            assertThat(start(usual.next(), () -> Coroutine.of(Thread.currentThread().getName())).join()).isEqualTo("asyncjava-loop-1");
        }
        assertThatThrownBy(() -> new LoopGroup(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a group of 0 loops: it needs at least one");
    }

    @Test
    void theLoopsComeInTurn() {
        assertThat(List.of(group.next(), group.next(), group.next(), group.next())).containsExactly(loop(0), loop(1), loop(2), loop(0));
    }

    @Test
    void aKeyHasOneLoopAndKeysAreSpread() {
        Set<EventLoop> found = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            found.add(group.forKey("key " + i));
            assertThat(group.forKey("key " + i)).isSameAs(group.forKey(new String("key " + i)));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(group.loops());
        assertThat(group.forKey(Integer.MIN_VALUE)).isNotNull();
    }

    @Test
    void aTaskOfAnotherLoopIsAwaitedThereOrByItsFuture() {
        CompletableFuture<String> work = new CompletableFuture<>();
        Task<String> pending = task(() -> Coroutine.of(await(work)));
        Task<String> done = task(() -> Coroutine.of("done"));
        start(loop(0), () -> Coroutine.of(await(done))).join();

        assertThat(run(coroutine(() -> {
            log.add(await(failureOf(pending)).getMessage());
            CompletableFuture<String> future = pending.toFuture();
            work.complete("worked");
            return Coroutine.of(List.of(await(future), await(done.toFuture()), await(loop(0).call(() -> Coroutine.of(await(pending))))));
        }))).containsExactly("worked", "done", "worked");
        assertThat(log).singleElement().asString().endsWith(" attached to a different loop; await it there, by loop.call(...), or await its toFuture()");
    }

    /** A task of the first loop. */
    private <T> Task<T> task(AsyncSupplier<T> code) {
        return start(loop(0), () -> Coroutine.of(createTask(code))).join();
    }

    @Test
    void theFutureOfAnotherLoopsTaskEndsAsThatDoes() {
        Task<String> cancelled = task(() -> Coroutine.of(await(sleep(Duration.ofDays(1), "never"))));
        assertThat(cancelled.toFuture().cancel(false)).isTrue();
        CompletableFuture<String> view = cancelled.toFuture();
        assertThatThrownBy(view::join).isInstanceOf(CancellationException.class);
        Task<String> left = task(() -> Coroutine.of(await(sleep(Duration.ofDays(1), "never"))));
        CompletableFuture<String> ofLeft = left.toFuture();
        group.close(Duration.ZERO);
        assertThatThrownBy(ofLeft::join).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> left.toFuture().join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void aTaskWorksOnSeveralLoops() {
        assertThat(run(() -> {
            EventLoop own = currentLoop();
            int sum = 0;
            for (EventLoop loop : group.loops()) {
                sum += await(loop.call(() -> Coroutine.of(currentLoop() == loop ? 1 : 100)));
                sum += currentLoop() == own ? 10 : 1000;
            }
            return Coroutine.of(sum);
        })).isEqualTo(33);
    }

    @Test
    void closingWaitsForWhatRunsAlsoWhereItCallsOtherLoops() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Object> work = start(loop(0), () -> {
            await(gate);
            return Coroutine.of(await(loop(1).call(() -> {
                await(yieldNow());
                return Coroutine.of(await(loop(2).call(() -> Coroutine.of("done"))));
            })));
        });
        CompletableFuture<Object> method = Dispatcher.call(loop(1), () -> hot(() -> gate));
        CompletableFuture<Void> closed = closing(group::close);
        awaitRefusal();
        assertThat(closed).isNotDone();
        gate.complete(null);
        closed.join();

        assertThat(work.join()).isEqualTo("done");
        assertThat(method).isCompleted();
    }

    @Test
    void whatALoopSendsAnotherOneInItsLastStepIsWaitedFor() {
        for (int times = 0; times < 200; times++) {
            CompletableFuture<Object> end = new CompletableFuture<>();
            LoopGroup passing = new LoopGroup(3, "passing");
            start(passing.next(), () -> pass(passing, 20, end));
            passing.close();

            assertThat(end).isCompletedWithValue("end");
        }
    }

    /** Ends when the next loop has been sent what follows. */
    @Async
    private static Coroutine<Object> pass(LoopGroup loops, int times, CompletableFuture<Object> end) {
        await(yieldNow());
        if (times == 0) {
            end.complete("end");
        } else {
            runCoroutineThreadsafe(pass(loops, times - 1, end), loops.next());
        }
        return Coroutine.of(null);
    }

    @Test
    void callsFromOutsideAreRefusedWhileItIsBeingClosed() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Object> work = start(loop(0), () -> Coroutine.of(await(gate)));
        CompletableFuture<Void> closed = closing(group::close);
        awaitRefusal();

        Throwable refused = run(failureOf(loop(1).call(() -> Coroutine.of(1))));
        assertThat(refused).isInstanceOf(RejectedExecutionException.class).hasMessage("Loop group is closed");
        assertThatThrownBy(() -> start(loop(1), () -> Coroutine.of(1))).isInstanceOf(RejectedExecutionException.class);
        gate.complete(null);
        closed.join();
        assertThat(work).isCompleted();
    }

    @Test
    void whenTimeIsUpItCancelsWhatIsLeftWhichCleansUpOnOtherLoops() {
        CompletableFuture<?> work = waitingForEver(() -> loop(1).call(() -> {
            await(yieldNow());
            log.add("cleaned up on " + Thread.currentThread().getName());
            return Coroutine.done();
        }));
        group.close(Duration.ofMillis(1));

        assertThat(work).isCancelled();
        assertThat(log).containsExactly("cleaned up on worker-2");
    }

    /** A task of the first loop, which has begun. */
    private CompletableFuture<?> waitingForEver(Supplier<Coroutine<Void>> cleaningUp) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<?> work = start(loop(0), () -> {
            begun.countDown();
            try {
                await(sleep(Duration.ofDays(1)));
                return Coroutine.done();
            } finally {
                await(cleaningUp.get());
            }
        });
        awaitLatch(begun);
        return work;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void methodsThatAreLeftOverAreCancelledToo() {
        CountDownLatch begun = new CountDownLatch(1);
        List<CompletableFuture<Object>> method = new ArrayList<>();
        loop(2).execute(() -> {
            method.add(hot(() -> sleep(Duration.ofDays(1))));
            begun.countDown();
        });
        awaitLatch(begun);
        group.close(Duration.ZERO);

        assertThat(method.get(0)).isCancelled();
    }

    @Test
    void anInterruptOfWhoClosesCancelsWhatIsLeft() throws InterruptedException {
        CompletableFuture<?> work = waitingForEver(Coroutine::done);
        List<Object> interruptedAfterwards = new ArrayList<>();
        Thread closing = new Thread(() -> {
            group.close();
            interruptedAfterwards.add(Thread.currentThread().isInterrupted());
        });
        closing.start();
        awaitRefusal();
        closing.interrupt();
        closing.join();

        assertThat(work).isCancelled();
        assertThat(interruptedAfterwards).containsExactly(true);
    }

    @Test
    void severalMayCloseItAndTheMostImpatientDecides() {
        CompletableFuture<?> work = waitingForEver(Coroutine::done);
        CompletableFuture<Void> patient = closing(group::close);
        CompletableFuture<Void> alsoPatient = closing(group::close);
        awaitRefusal();
        assertThat(patient).isNotDone();
        group.close(Duration.ZERO);

        patient.join();
        alsoPatient.join();
        assertThat(work).isCancelled();
        group.close();
    }

    @Test
    void aThreadOfTheGroupCannotCloseIt() {
        assertThatThrownBy(start(loop(1), () -> {
            group.close();
            return Coroutine.done();
        })::join).cause().isInstanceOf(IllegalStateException.class).hasMessage("a loop group cannot be closed on one of its own threads, "
                + "since it waits for them; close it where it was made, or by new Thread(group::close).start()");
        assertThat(start(loop(0), () -> Coroutine.of(1)).join()).isEqualTo(1);
    }

    @Test
    void codeCannotStopALoopOfAGroup() {
        start(loop(0), () -> {
            currentLoop().stop();
            await(yieldNow());
            return Coroutine.done();
        }).join();

        assertThat(start(loop(0), () -> Coroutine.of(1)).join()).isEqualTo(1);
        assertThatThrownBy(loop(0)::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(loop(0)::runForever).isInstanceOf(IllegalStateException.class).hasMessage("This event loop is already running");
    }

    @Test
    void aFailureOfCleanUpIsReported() {
        waitingForEver(() -> {
            throw new IllegalStateException("clean-up");
        }).exceptionally(known -> null);
        CompletableFuture<Object> dropped = start(loop(1), () -> {
            createTask(coroutine(() -> {
                throw new IllegalStateException("nobody asks");
            }));
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(1);
        });
        dropped.join();
        group.close(Duration.ZERO);

        assertThat(reported).extracting(context -> context.message() + ": " + context.exception().getMessage())
                .contains("unhandled exception during run() shutdown: clean-up", "Task exception was never retrieved: nobody asks").hasSize(2);
        reported.clear();
    }

    @Test
    void itWaitsForCallsInTheLoopsPools() {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Object> call = start(loop(0), () -> Coroutine.of(await(toThread(() -> {
            begun.countDown();
            gate.await();
            log.add("called");
            return 1;
        }))));
        awaitLatch(begun);
        CompletableFuture<Void> closed = closing(() -> group.close(Duration.ZERO));
        assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
        assertThat(closed).isNotDone();
        gate.countDown();
        closed.join();

        assertThat(log).containsExactly("called");
    }

    @Test
    void aGroupForWhichThereAreTooFewThreadsLeavesNoneBehind() throws InterruptedException {
        List<Thread> made = new ArrayList<>();
        ThreadFactory twoOnly = run -> {
            Thread thread = made.size() < 2 ? new Thread(run) : null;
            made.add(thread);
            return thread;
        };
        assertThatThrownBy(() -> new LoopGroup(4, twoOnly)).isInstanceOf(NullPointerException.class);

        made.get(0).join();
        made.get(1).join();
    }
}
