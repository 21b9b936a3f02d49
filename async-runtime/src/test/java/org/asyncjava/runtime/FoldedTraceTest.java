package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** What is left of a stack trace: each line is a frame, {@code Class.method:line}, one without a line in code that has none. */
class FoldedTraceTest {
    private static final String RUNTIME = "org.asyncjava.runtime.";

    private static StackTraceElement[] trace(String... frames) {
        return Arrays.stream(frames).map(FoldedTraceTest::frame).toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement frame(String text) {
        String[] parts = text.replaceFirst("^async ", "").split(":");
        int method = parts[0].lastIndexOf('.');
        String loader = text.startsWith("async ") ? "async" : null;
        return new StackTraceElement(loader, null, null, parts[0].substring(0, method), parts[0].substring(method + 1), "File.java",
                parts.length == 1 ? -1 : Integer.parseInt(parts[1]));
    }

    private static List<String> folded(String... frames) {
        return Arrays.stream(FoldedTrace.of(trace(frames))).map(FoldedTraceTest::text).toList();
    }

    private static String text(StackTraceElement frame) {
        return (LogicalTrace.isAdded(frame) ? "async " : "") + frame.getClassName() + "." + frame.getMethodName()
                + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber());
    }

    @Test
    void aCallThatALoopHasResumedIsFollowedByWhoRunsTheLoop() {
        assertThat(folded("java.lang.Integer.parseInt:668", "shop.Shop.price:15", "shop.Shop$price$Async1.resume", RUNTIME + "Continuation.run:114",
                RUNTIME + "Continuation.runOnDriver:98", RUNTIME + "Chain.advance:20", RUNTIME + "EventLoop.run:7", RUNTIME + "Coroutines.run:88", "shop.Shop.main:29"))
                .containsExactly("java.lang.Integer.parseInt:668", "shop.Shop.price:15", RUNTIME + "Coroutines.run", "shop.Shop.main:29");
    }

    @Test
    void callsThatWereNotSuspendedFollowOneAnother() {
        assertThat(folded("shop.Shop.price:15", "shop.Shop$price$Async1.resume", RUNTIME + "Continuation.begin:71", RUNTIME + "ColdSteps.pending:68",
                RUNTIME + "abi.Cold.pending:50", "shop.Shop.total:22", "shop.Shop.total", "shop.Shop.main:29")).containsExactly("shop.Shop.price:15", "shop.Shop.total:22", "shop.Shop.main:29");
    }

    @Test
    void theElementOfAGeneratorIsFollowedByWhoHasAskedForIt() {
        assertThat(folded("shop.Shop.numbers:5", "shop.Shop$numbers$Async2.resume", RUNTIME + "GeneratorCall.run:90", RUNTIME + "GeneratorCall.hasNext:60", "shop.Shop.main:30"))
                .containsExactly("shop.Shop.numbers:5", "shop.Shop.main:30");
    }

    @Test
    void ofWhatTheProgramHasCalledTheOutermostMethodIsLeft() {
        assertThat(folded("shop.Shop.lambda$main$0:9", RUNTIME + "Handle.run:4", RUNTIME + "ContextVar.where:40", "shop.Shop.main:8"))
                .containsExactly("shop.Shop.lambda$main$0:9", RUNTIME + "ContextVar.where:40", "shop.Shop.main:8");
    }

    @Test
    void ofWhatTheJdkHasCalledNothingIsLeft() {
        assertThat(folded("shop.Shop.blocking:9", RUNTIME + "ExecutorCall.run:4", "java.util.concurrent.ThreadPoolExecutor.runWorker:1136"))
                .containsExactly("shop.Shop.blocking:9", "java.util.concurrent.ThreadPoolExecutor.runWorker:1136");
    }

    @Test
    void anAsyncMethodOfTheRuntimeIsACallAsAnyOther() {
        assertThat(folded("shop.Shop.lambda$all$0:9", RUNTIME + "AsyncLock.with:70", RUNTIME + "AsyncLock$with$Async1.resume", RUNTIME + "Continuation.begin:71",
                RUNTIME + "abi.Cold.pending:50", "shop.Shop.all:8", "shop.Shop$all$Async1.resume", RUNTIME + "Continuation.runOnDriver:98", RUNTIME + "EventLoop.run:7", "java.lang.Thread.run:1"))
                .containsExactly("shop.Shop.lambda$all$0:9", RUNTIME + "AsyncLock.with:70", "shop.Shop.all:8", RUNTIME + "EventLoop.run", "java.lang.Thread.run:1");
    }

    @Test
    void whatTheRuntimeItselfHasThrownKeepsItsFrames() {
        assertThat(folded(RUNTIME + "Permits.check:5", RUNTIME + "AsyncLock.release:9", "shop.Shop.price:15", "shop.Shop$price$Async1.resume", RUNTIME + "HotFields.resume:9",
                RUNTIME + "HotDrive.step:80", RUNTIME + "Deferred.complete:50", "shop.Shop.main:29"))
                .containsExactly(RUNTIME + "Permits.check:5", RUNTIME + "AsyncLock.release:9", "shop.Shop.price:15", RUNTIME + "Deferred.complete", "shop.Shop.main:29");
    }

    @Test
    void theKickOffOfAnEntryPointIsNotShown() {
        assertThat(folded("shop.Shop.serve:15", "shop.Shop$serve$Async1.resume", RUNTIME + "Continuation.runOnDriver:98", RUNTIME + "RunEntries.run:40", RUNTIME + "abi.EntryPoint.run:30",
                "shop.Shop.serve", "shop.Server.request:3")).containsExactly("shop.Shop.serve:15", RUNTIME + "abi.EntryPoint.run", "shop.Server.request:3");
    }

    @Test
    void aBridgeBetweenABodyAndItsMachineIsNotShown() {
        assertThat(folded("shop.Shop$Till.pay:15", "shop.Shop$Till.pay$resume", "shop.Shop$Till$pay$Async1.resume", RUNTIME + "Continuation.runOnDriver:98", RUNTIME + "EventLoop.run:7"))
                .containsExactly("shop.Shop$Till.pay:15", RUNTIME + "EventLoop.run");
    }

    @Test
    void inAClassWithoutLinesTheFirstOfTwoFramesIsTheBody() {
        assertThat(folded("shop.Shop.leaf", "shop.Shop.leaf", "shop.Shop.leaf", "shop.Shop.leaf", "shop.Shop.main")).containsExactly("shop.Shop.leaf", "shop.Shop.leaf", "shop.Shop.main");
    }

    @Test
    void framesThatWereAddedStay() {
        assertThat(folded("shop.Shop.price:15", "async org.asyncjava.runtime.Coroutines.race:9", "async shop.Shop.total:22", RUNTIME + "EventLoop.run:7", "shop.Shop.main:1"))
                .containsExactly("shop.Shop.price:15", "async org.asyncjava.runtime.Coroutines.race:9", "async shop.Shop.total:22", RUNTIME + "EventLoop.run:7", "shop.Shop.main:1");
    }

    @Test
    void aFoldedTraceIsNotFoldedAgain() {
        StackTraceElement[] once = FoldedTrace.of(trace("shop.Shop.price:15", "shop.Shop$price$Async1.resume", RUNTIME + "Continuation.runOnDriver:98", RUNTIME + "EventLoop.run:7", "shop.Shop.main:1"));
        assertThat(FoldedTrace.of(once)).isSameAs(once);
    }

    @Test
    void aUsersClassWithTheNameOfAMachineIsAProgramsAsLongAsItHasLines() {
        assertThat(folded("shop.Shop$Async1.resume:15", "shop.Shop.main:1")).containsExactly("shop.Shop$Async1.resume:15", "shop.Shop.main:1");
    }

    /** Counts who asks for its trace, which costs more than all else about a failure. */
    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private int times;

        @Override
        public StackTraceElement[] getStackTrace() {
            times++;
            return super.getStackTrace();
        }
    }

    @Async
    private static CompletableFuture<Integer> failing(int depth, Asked failure) {
        if (depth == 0) {
            throw failure;
        }
        return CompletableFuture.completedFuture(await(failing(depth - 1, failure)));
    }

    @Async
    private static Coroutine<Integer> failingLater(int depth, Asked failure) {
        return Coroutine.of(depth == 0 ? await(failing(0, failure)) : await(failingLater(depth - 1, failure)));
    }

    @Test
    void theTraceOfAFailureIsFoldedOnceHoweverManyMethodsItLeaves() {
        Asked two = new Asked();
        failing(2, two);
        Asked many = new Asked();
        failing(40, many);
        assertThat(many.times).as("each await that throws it looks at it once").isEqualTo(two.times + 38);
        Asked cold = new Asked();
        assertThatThrownBy(() -> Coroutines.run(failingLater(40, cold))).isSameAs(cold);
        assertThat(cold.times).isLessThan(10);
    }
}
