package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

import org.asyncjava.AsyncEntry;
import org.junit.jupiter.api.Test;

/** A call of an entry point does what {@code run} does, or what a provided runner does. */
class EntryPointsTest {
    private final List<String> log = new ArrayList<>();

    @AsyncEntry
    private int sumOf(int first, CompletableFuture<Integer> second) {
        return first + await(second);
    }

    @AsyncEntry
    private EventLoop loopOfBody() {
        return currentLoop();
    }

    @AsyncEntry
    private String failing(Throwable failure) throws IOException {
        await(yieldNow());
        return await(Coroutine.<String>failed(failure));
    }

    @AsyncEntry
    private Coroutine<String> coroutineAsItIs(Coroutine<String> coroutine) {
        await(yieldNow());
        return coroutine;
    }

    @AsyncEntry
    private long slept(Duration duration) {
        long before = currentLoop().time();
        await(sleep(duration));
        return currentLoop().time() - before;
    }

    /** The body ends while the task that it has made sleeps. */
    @AsyncEntry
    private void leavesATask() {
        createTask(() -> {
            try {
                await(sleep(Duration.ofDays(1)));
            } catch (CancellationException cancelled) {
                log.add("cancelled");
                await(yieldNow());
                throw cancelled;
            } finally {
                log.add("cleaned up");
            }
            return Coroutine.done();
        });
        await(yieldNow());
        log.add("ends");
    }

    @AsyncEntry
    private void callsAnother() {
        await(yieldNow());
        loopOfBody();
    }

    @Test
    void returnsTheResultOfItsBody() {
        assertThat(sumOf(1, CompletableFuture.completedFuture(2))).isEqualTo(3);
    }

    @Test
    void runsOnALoopThatIsClosedAfterwards() {
        EventLoop loop = loopOfBody();
        assertThat(loop.isClosed()).isTrue();
        assertThat(loopOfBody()).isNotSameAs(loop);
    }

    @Test
    void throwsTheOriginalFailure() {
        for (Throwable failure : List.of(new IOException("disk"), new IllegalStateException("state"), new AssertionError("assertion"))) {
            assertThatThrownBy(() -> failing(failure)).isSameAs(failure);
        }
    }

    @Test
    void whatItReturnsIsNotAwaited() {
        Coroutine<String> coroutine = Coroutine.failed(new IOException("nobody awaits it"));
        assertThat(coroutineAsItIs(coroutine)).isSameAs(coroutine);
    }

    @Test
    void cancelsWhatIsLeftOver() {
        leavesATask();
        assertThat(log).containsExactly("ends", "cancelled", "cleaned up");
    }

    @Test
    void isRefusedWhereALoopRuns() {
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(loopOfBody()))))
                .isInstanceOf(IllegalStateException.class).hasMessage("run() cannot be called from a running event loop");
        assertThatThrownBy(this::callsAnother)
                .isInstanceOf(IllegalStateException.class).hasMessage("run() cannot be called from a running event loop");
    }

    @Test
    void runIsRefusedInIt() {
        assertThatThrownBy(this::runsAgain).isInstanceOf(IllegalStateException.class).hasMessage("run() cannot be called from a running event loop");
    }

    @AsyncEntry
    private void runsAgain() {
        run(Coroutine.done());
    }

    @AsyncEntry
    private static String throwing() throws IOException {
        await(yieldNow());
        throw new IOException("thrown in the body");
    }

    @Test
    void itsTraceNamesTheBodyOnceAndTheCaller() {
        StackTraceElement[] trace = failureIn(EntryPointsTest::throwing).getStackTrace();
        assertThat(trace).filteredOn(frame -> frame.getMethodName().equals("throwing")).filteredOn(frame -> frame.getLineNumber() > 0).hasSize(1);
        assertThat(trace).extracting(StackTraceElement::getMethodName).contains("itsTraceNamesTheBodyOnceAndTheCaller");
    }

    private static Throwable failureIn(Callable<?> call) {
        try {
            throw new AssertionError("returned " + call.call());
        } catch (Exception failure) {
            return failure;
        }
    }

    @Test
    void aProvidedRunnerRunsItOnItsLoopAndInItsContext() {
        ContextVar<String> user = ContextVar.withDefault("user", "nobody");
        try (Runner runner = new Runner(TestLoop::withVirtualTime)) {
            EventLoop loop;
            try (Runner.Entries entries = runner.runEntries()) {
                loop = loopOfBody();
                assertThat(loop).isSameAs(runner.loop()).isSameAs(loopOfBody());
                set(user, "me");
                assertThat(get(user)).isEqualTo("me");
                assertThat(slept(Duration.ofDays(1))).isEqualTo(Duration.ofDays(1).toNanos());
                assertThat(loop.time()).isEqualTo(Duration.ofDays(1).toNanos());
            }
            assertThat(loop.isClosed()).isFalse();
            assertThat(loopOfBody()).isNotSameAs(loop);
            assertThat(get(user)).isEqualTo("nobody");
        }
    }

    @AsyncEntry
    private static void set(ContextVar<String> variable, String value) {
        variable.set(value);
    }

    @AsyncEntry
    private static String get(ContextVar<String> variable) {
        return variable.get();
    }

    @Test
    void tasksGoOnInTheNextEntryOfAProvidedRunner() {
        try (Runner runner = new Runner(TestLoop::withVirtualTime); Runner.Entries entries = runner.runEntries()) {
            leavesATask();
            assertThat(log).containsExactly("ends");
            slept(Duration.ofDays(2));
            assertThat(log).containsExactly("ends", "cleaned up");
        }
    }

    @Test
    void runMindsNoProvidedRunner() {
        try (Runner runner = new Runner(); Runner.Entries entries = runner.runEntries()) {
            assertThat(run(() -> Coroutine.of(currentLoop()))).isNotSameAs(runner.loop());
        }
    }

    @Test
    void providedRunnersNest() {
        try (Runner outer = new Runner(); Runner.Entries ofOuter = outer.runEntries()) {
            try (Runner inner = new Runner(); Runner.Entries ofInner = inner.runEntries()) {
                assertThat(loopOfBody()).isSameAs(inner.loop());
                assertThatThrownBy(ofOuter::close).isInstanceOf(IllegalStateException.class)
                        .hasMessage("another runner runs the entry points meanwhile; close what it returned first");
                assertThat(loopOfBody()).isSameAs(inner.loop());
            }
            assertThat(loopOfBody()).isSameAs(outer.loop());
            ofOuter.close();
            ofOuter.close();
            assertThat(loopOfBody()).isNotSameAs(outer.loop());
        }
    }

    @Test
    void aRunnerIsProvidedForOneThread() throws Exception {
        try (Runner runner = new Runner(); Runner.Entries entries = runner.runEntries()) {
            assertThat(onAnotherThread(this::loopOfBody)).isNotSameAs(runner.loop());
            assertThatThrownBy(() -> onAnotherThread(() -> {
                entries.close();
                return null;
            })).cause().isInstanceOf(IllegalStateException.class).hasMessage("entry points of another thread are not this one's to stop running");
            assertThat(loopOfBody()).isSameAs(runner.loop());
        }
    }

    private static <T> T onAnotherThread(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
        return task.get();
    }

    @Test
    void isRefusedWhenTheProvidedRunnerIsClosed() {
        Runner runner = new Runner();
        try (Runner.Entries entries = runner.runEntries()) {
            runner.close();
            assertThatThrownBy(this::loopOfBody).isInstanceOf(IllegalStateException.class).hasMessage("Runner is closed");
        }
        assertThatThrownBy(runner::runEntries).isInstanceOf(IllegalStateException.class).hasMessage("Runner is closed");
    }
}
