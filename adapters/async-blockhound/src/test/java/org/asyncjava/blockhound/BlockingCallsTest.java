package org.asyncjava.blockhound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.on;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopGroup;
import org.asyncjava.runtime.LoopHost;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.blockhound.BlockingOperationError;

/** The same calls are reported in a step of a loop, whichever loop that is, and nowhere else. */
class BlockingCallsTest {
    /** What of all the calls is not reported. */
    private static List<BlockingCalls> notReported() {
        return Arrays.stream(BlockingCalls.values()).filter(call -> !isReported(call)).toList();
    }

    private static boolean isReported(Callable<?> call) {
        try {
            call.call();
            return false;
        } catch (BlockingOperationError reported) {
            return true;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Async
    private static Coroutine<Void> assertAllAreReported() {
        assertThat(notReported()).isEmpty();
        await(yieldNow());
        assertThat(notReported()).isEmpty();
        return Coroutine.done();
    }

    private static void assertNoneIsReported() {
        assertThat(notReported()).containsExactly(BlockingCalls.values());
    }

    @ParameterizedTest
    @EnumSource(BlockingCalls.class)
    void aTaskFailsWithTheReport(BlockingCalls call) {
        assertThatThrownBy(() -> run(() -> {
            await(yieldNow());
            call.call();
            return Coroutine.done();
        })).isInstanceOf(BlockingOperationError.class);
    }

    @Test
    void onThePlainLoopOfACaller() {
        assertNoneIsReported();
        run(assertAllAreReported());
        assertNoneIsReported();
    }

    @AsyncTest
    void inATest() {
        await(assertAllAreReported());
    }

    @AsyncTest(schedules = 3)
    void inATestThatRunsInSeveralOrders() {
        await(assertAllAreReported());
    }

    @Test
    void onALoopOfAGroup() throws Exception {
        try (LoopGroup group = new LoopGroup(1)) {
            runCoroutineThreadsafe(assertAllAreReported(), group.next()).get();
        }
    }

    @Test
    void inAStrandsTurn() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            runCoroutineThreadsafe(assertAllAreReported(), EventLoop.on(pool)).get();
            run(() -> on(pool, BlockingCallsTest::assertAllAreReported));
            pool.submit(BlockingCallsTest::assertNoneIsReported).get();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void inAStrandsTurnOnVirtualThreads() throws Exception {
        ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try {
            runCoroutineThreadsafe(assertAllAreReported(), EventLoop.on(threads)).get();
            threads.submit(BlockingCallsTest::assertNoneIsReported).get();
        } finally {
            threads.shutdownNow();
        }
    }

    /** What the host does between two turns is its own business. */
    @Test
    void inATurnOnTheThreadOfAHost() throws Exception {
        ScheduledExecutorService host = Executors.newSingleThreadScheduledExecutor();
        try {
            EventLoop hosted = EventLoop.hosted(LoopHost.of(host));
            runCoroutineThreadsafe(assertAllAreReported(), hosted).get();
            host.submit(BlockingCallsTest::assertNoneIsReported).get();
        } finally {
            host.shutdownNow();
        }
    }

    @Async
    private static CompletableFuture<Void> blockingAfter(CompletableFuture<Void> operand, List<BlockingCalls> notReported) {
        await(operand);
        notReported.addAll(notReported());
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void inAMethodThatReturnsAFutureOnALoopAlone() {
        List<BlockingCalls> notReported = new ArrayList<>();
        run(() -> {
            CompletableFuture<Void> operand = new CompletableFuture<>();
            CompletableFuture<Void> method = blockingAfter(operand, notReported);
            currentLoop().callSoon(() -> operand.complete(null));
            await(method);
            return Coroutine.done();
        });
        assertThat(notReported).isEmpty();
        CompletableFuture<Void> operand = new CompletableFuture<>();
        CompletableFuture<Void> method = blockingAfter(operand, notReported);
        operand.complete(null);
        method.join();
        assertThat(notReported).containsExactly(BlockingCalls.values());
    }

    @Test
    void callsOnOtherThreadsMayBlock() {
        run(() -> {
            assertThat(await(toThread(BlockingCallsTest::notReported))).containsExactly(BlockingCalls.values());
            assertThat(await(currentLoop().runInExecutor(BlockingCallsTest::notReported))).containsExactly(BlockingCalls.values());
            return Coroutine.done();
        });
    }

    /** For what another thread brings, for a time, for the end of calls elsewhere; and whoever waits for a loop from outside. */
    @Test
    void theLoopItselfMayWait() throws Exception {
        EventLoop loop = new EventLoop();
        Deferred<String> brought = new Deferred<>(loop);
        loop.callSoon(() -> new Thread(() -> brought.completeThreadsafe("brought")).start());
        assertThat(loop.<String>runUntilComplete(brought)).isEqualTo("brought");
        loop.runUntilComplete(sleep(Duration.ofMillis(1)));
        loop.close();
        try (LoopGroup group = new LoopGroup(1)) {
            assertThat(runCoroutineThreadsafe(coroutine(() -> Coroutine.of("called")), group.next()).get()).isEqualTo("called");
        }
    }

    @Async
    private static Coroutine<Void> blockingInFinally(BlockingCalls call) throws Exception {
        try {
            await(new Deferred<Void>());
        } finally {
            call.call();
        }
        return Coroutine.done();
    }

    private static List<Throwable> reportedBy(Consumer<EventLoop> program) {
        List<Throwable> reported = new ArrayList<>();
        run(() -> {
            currentLoop().setExceptionHandler((loop, context) -> reported.add(context.exception()));
            program.accept(currentLoop());
            await(yieldNow());
            return Coroutine.done();
        });
        return reported;
    }

    @Test
    void whatCleansUpWhenTheLoopEndsIsReportedToo() {
        assertThat(reportedBy(loop -> createTask(() -> blockingInFinally(BlockingCalls.SLEEP)))).singleElement().isInstanceOf(BlockingOperationError.class);
    }

    @Test
    void aCallbacksReportGoesToTheExceptionHandler() {
        assertThat(reportedBy(loop -> loop.callSoon(() -> LockSupport.parkNanos(1)))).singleElement().isInstanceOf(BlockingOperationError.class);
    }

    /** Our own refusal says what to do instead. */
    @AsyncTest
    void aWaitThatWouldNeverEndIsRefusedAsWithoutIt() {
        Task<Void> other = createTask(yieldNow());
        assertThatThrownBy(() -> other.toFuture().get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("await it instead");
        await(other);
    }
}
