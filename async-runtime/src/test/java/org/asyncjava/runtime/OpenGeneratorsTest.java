package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** What becomes of generators that nobody has closed when a loop ends. */
class OpenGeneratorsTest {
    private final List<Object> log = new ArrayList<>();
    private final List<AsyncIterator<?>> kept = new ArrayList<>();

    @Async
    private AsyncIterable<Integer> guarded(String name) {
        try {
            for (int i = 0;; i++) {
                emit(i);
            }
        } finally {
            await(sleep(Duration.ofMillis(1)));
            log.add("closed " + name);
        }
    }

    @Async
    private AsyncIterable<Integer> around(String name, AsyncIterable<Integer> source) {
        try {
            for (int element : each(source)) {
                emit(element);
            }
        } finally {
            log.add("closed " + name);
        }
        return end();
    }

    @Async
    private AsyncIterable<Integer> failing(RuntimeException failure) {
        try {
            emit(1);
        } finally {
            await(yieldNow());
            if (log != null) {
                throw failure;
            }
        }
        return end();
    }

    @Async
    private static AsyncIterable<Integer> simple() {
        for (int i = 0;; i++) {
            emit(i);
        }
    }

    @Async
    private static AsyncIterable<Integer> catching() {
        for (int i = 0;; i++) {
            try {
                emit(i);
            } catch (IllegalStateException notTheSignal) {
                await(yieldNow());
            }
        }
    }

    /** Leaves an iteration at its first element. */
    @Async
    private Coroutine<Void> leaveOpen(AsyncIterable<Integer> source) {
        AsyncIterator<Integer> iterator = source.iterator();
        kept.add(iterator);
        await(iterator.advance());
        return Coroutine.done();
    }

    private static OpenGenerators.Held held(AsyncIterator<?> iterator) {
        return ((AsyncGeneratorCall<?>) iterator).held;
    }

    @Test
    void theNewestIsClosedFirst() {
        Coroutines.run(coroutine(() -> {
            await(leaveOpen(guarded("first")));
            await(leaveOpen(guarded("second")));
            await(leaveOpen(guarded("third")));
            log.add("main ends");
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("main ends", "closed third", "closed second", "closed first");
    }

    @Test
    void whatAnotherOneIteratesOverIsClosedByThat() {
        Coroutines.run(leaveOpen(around("outer", around("middle", guarded("inner")))));
        assertThat(log).containsExactly("closed inner", "closed middle", "closed outer");
    }

    @Test
    void tasksAreCancelledBefore() {
        Coroutines.run(coroutine(() -> {
            createTask(coroutine(() -> {
                try {
                    await(sleep(Duration.ofHours(1)));
                } catch (CancellationException request) {
                    log.add("cancelled");
                    await(leaveOpen(guarded("opened while cleaning up")));
                }
                return Coroutine.done();
            }));
            await(leaveOpen(guarded("first")));
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("cancelled", "closed opened while cleaning up", "closed first");
    }

    @Test
    void theThreadsOfTheLoopServeWhatIsClosed() {
        Coroutines.run(leaveOpen(new Object() {
            @Async
            AsyncIterable<Integer> source() {
                try {
                    emit(1);
                } finally {
                    log.add(await(Coroutines.toThread(() -> "from a thread")));
                }
                return end();
            }
        }.source()));
        assertThat(log).containsExactly("from a thread");
    }

    @Test
    void aFailingClosingIsReportedAndTheOthersAreClosed() {
        List<FailureContext> reported = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("closing");
        Coroutines.run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            await(leaveOpen(guarded("first")));
            await(leaveOpen(failing(failure)));
            await(leaveOpen(guarded("third")));
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("closed third", "closed first");
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).exception()).isSameAs(failure);
        assertThat(reported.get(0).source()).isSameAs(kept.get(1));
        assertThat(reported.get(0).message()).startsWith("an error occurred during closing of asynchronous generator <OpenGeneratorsTest.failing()");
    }

    @Test
    void aCancellationThatClosingThrowsIsNoFailure() {
        List<FailureContext> reported = new ArrayList<>();
        Coroutines.run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            await(leaveOpen(guarded("first")));
            await(leaveOpen(failing(new CancellationException())));
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("closed first");
        assertThat(reported).isEmpty();
    }

    @Test
    void oneThatHasEndedIsForgotten() {
        Coroutines.run(coroutine(() -> {
            await(leaveOpen(guarded("as asked")));
            await(kept.get(0).closeAsync());
            await(leaveOpen(failing(new IllegalStateException("not heard of"))));
            assertThat(await(Programs.failureOf(kept.get(1).advance()))).hasMessage("not heard of");
            assertThat(Coroutines.currentLoop().tasks.generators().isEmpty()).isTrue();
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("closed as asked");
        assertThat(kept).allMatch(iterator -> held(iterator) == null);
    }

    @Test
    void oneThatNobodyHoldsIsGarbageAndNotClosed() {
        Coroutines.run(coroutine(() -> {
            await(leaveOpen(guarded("abandoned")));
            WeakReference<Object> abandoned = new WeakReference<>(kept.remove(0));
            while (abandoned.get() != null) {
                System.gc();
                await(yieldNow());
            }
            return Coroutine.done();
        }));
        assertThat(log).isEmpty();
    }

    @Test
    void placesOfGarbageAreGivenBack() {
        Coroutines.run(coroutine(() -> {
            await(leaveOpen(guarded("abandoned")));
            WeakReference<Object> place = new WeakReference<>(held(kept.remove(0)));
            while (place.get() != null) {
                System.gc();
                await(leaveOpen(guarded("kept")));
                await(kept.remove(0).closeAsync());
            }
            return Coroutine.done();
        }));
        assertThat(log).isNotEmpty().containsOnly("closed kept");
    }

    @Test
    void oneWithNothingToCloseIsNotHeld() {
        Coroutines.run(coroutine(() -> {
            await(leaveOpen(simple()));
            await(leaveOpen(catching()));
            assertThat(kept).allMatch(iterator -> held(iterator) == null);
            await(kept.get(0).closeAsync());
            assertThat(await(kept.get(0).advance())).isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void whatHasNotBegunIsNotClosed() {
        Coroutines.run(coroutine(() -> {
            kept.add(guarded("unbegun").iterator());
            kept.get(0).advance();
            return Coroutine.done();
        }));
        assertThat(log).isEmpty();
    }

    @Test
    void theLoopThatHasAskedLastClosesIt() {
        EventLoop[] loops = new EventLoop[2];
        List<EventLoop> closedOn = new ArrayList<>();
        AsyncIterator<Integer> shared = new Object() {
            @Async
            AsyncIterator<Integer> source() {
                try {
                    for (int i = 0;; i++) {
                        emit(i);
                    }
                } finally {
                    closedOn.add(Coroutines.currentLoop());
                }
            }
        }.source();
        FutureTask<Void> other = new FutureTask<>(() -> {
            Coroutines.run(coroutine(() -> {
                loops[1] = Coroutines.currentLoop();
                await(shared.advance());
                return Coroutine.done();
            }));
            return null;
        });
        Coroutines.run(coroutine(() -> {
            loops[0] = Coroutines.currentLoop();
            await(shared.advance());
            await(Coroutines.toThread(() -> {
                other.run();
                return other.get();
            }));
            assertThat(loops[0].tasks.generators().isEmpty()).isTrue();
            return Coroutine.done();
        }));
        assertThat(closedOn).containsExactly(loops[1]);
    }

    @Test
    void whereNoLoopRunsNobodyClosesIt() {
        CompletableFuture<Void> done = new Object() {
            @Async
            CompletableFuture<Void> hot() {
                await(leaveOpen(guarded("open")));
                return CompletableFuture.completedFuture(null);
            }
        }.hot();
        done.join();
        assertThat(held(kept.get(0))).isNull();
        Coroutines.run(coroutine(() -> {
            await(kept.get(0).advance());
            assertThat(held(kept.get(0))).isNotNull();
            return Coroutine.done();
        }));
        assertThat(log).as("a loop has asked it since").containsExactly("closed open");
    }

    @Test
    void onAStrandNobodyClosesIt() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Programs.hot(() -> EventLoop.on(threads).call(() -> leaveOpen(guarded("open")))).join();
        } finally {
            threads.shutdown();
        }
        assertThat(held(kept.get(0))).isNull();
        assertThat(log).isEmpty();
    }

    @Test
    void aLoopThatIsClosedAtOnceClosesNoGenerator() {
        EventLoop loop = new EventLoop();
        loop.runUntilComplete(leaveOpen(guarded("open")));
        loop.close();
        assertThat(log).isEmpty();
        Coroutines.run(coroutine(() -> {
            await(kept.get(0).closeAsync());
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("closed open");
    }

    @Async
    private AsyncIterable<Integer> closedInATurn() {
        try {
            emit(1);
        } finally {
            await(yieldNow());
            log.add("closed");
        }
        return end();
    }

    @Test
    void theEndOfAHostClosesThem() {
        try (EventHost host = new EventHost()) {
            EventLoop.hosted(host).callSoonThreadsafe(() -> createTask(leaveOpen(closedInATurn())));
            host.runAll();
            assertThat(kept).hasSize(1);
            host.end();
            host.runAll();
        }
        assertThat(log).containsExactly("closed");
    }

    @Test
    void theEndOfATestLoopClosesThem() {
        try (TestLoop test = new TestLoop()) {
            test.run(leaveOpen(guarded("open")));
        }
        assertThat(log).containsExactly("closed open");
    }

    @Test
    void anAdvanceThatIsCancelledBeforeItHasBegunIsCancelledWhereTheBodyStands() {
        Coroutines.run(coroutine(() -> {
            await(leaveOpen(guarded("cancelled")));
            Task<Boolean> advance = createTask(kept.get(0).advance());
            advance.cancel();
            assertThat(await(Programs.failureOf(advance))).isInstanceOf(CancellationException.class);
            assertThat(log).containsExactly("closed cancelled");
            assertThat(await(kept.get(0).advance())).isFalse();
            return Coroutine.done();
        }));
    }
}
