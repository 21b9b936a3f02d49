package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.firstSuccess;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.mapConcurrently;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitAny;
import static org.asyncjava.runtime.Coroutines.waitFirstException;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which loop runs the scope of a call that is made on a loop's thread and goes on with another dispatcher. */
class OtherDispatcherTest {
    private static final Duration LONG = Duration.ofDays(1);

    /** What awaits one operand, under the name of the function that it is about. */
    private record Scope(String name, Waits code) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Waits {
        Awaitable<?> on(Awaitable<String> operand);
    }

    private static final Scope NO_TIME = new Scope("waitFor no time", operand -> waitFor(operand, Duration.ZERO));

    /** The other dispatcher: the test runs what it is given. */
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final EventLoop loop = new EventLoop(new VirtualClock());

    private void runElsewhere() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    /** Awaited in the method, since a call decides where it runs when it is awaited. */
    @Async
    private static CompletableFuture<Object> awaiting(Waits scope, Awaitable<String> operand) {
        return CompletableFuture.completedFuture(await(scope.on(operand)));
    }

    private CompletableFuture<Object> calls(Scope scope, Awaitable<String> operand) {
        return Dispatcher.call(elsewhere::add, () -> awaiting(scope.code, operand));
    }

    static Stream<Scope> scopesOfOperands() {
        return Stream.of(
                new Scope("gather", operand -> gather(operand)),
                new Scope("race", operand -> race(operand)),
                new Scope("firstSuccess", operand -> firstSuccess(operand)),
                new Scope("waitFor", operand -> waitFor(operand, LONG)));
    }

    static Stream<Scope> scopesOfFutures() {
        return Stream.of(
                new Scope("waitAll", operand -> waitAll(future(operand))),
                new Scope("waitAll with a limit", operand -> waitAll(future(operand), LONG)),
                new Scope("waitAny", operand -> waitAny(future(operand))),
                new Scope("waitFirstException", operand -> waitFirstException(future(operand))));
    }

    static Stream<Scope> scopesOfCode() {
        return Stream.of(
                new Scope("withTimeout", operand -> withTimeout(LONG, t -> coroutine(() -> Coroutine.of(await(operand))))),
                new Scope("mapConcurrently", operand -> mapConcurrently(List.of(1), 1, item -> coroutine(() -> Coroutine.of(await(operand))))),
                new Scope("TaskGroup", operand -> TaskGroup.open(g -> coroutine(() -> Coroutine.of(await(g.createTask(operand)))))));
    }

    private static List<? extends LoopFuture<?>> future(Awaitable<String> operand) {
        return List.of(operand instanceof LoopFuture<?> future ? future : gather(operand));
    }

    static Stream<Scope> scopes() {
        return Stream.of(scopesOfOperands(), scopesOfFutures(), scopesOfCode()).flatMap(all -> all);
    }

    static Stream<Scope> scopesThatKnowTheirOperand() {
        return Stream.of(scopesOfOperands(), scopesOfFutures()).flatMap(all -> all);
    }

    /** The loop runs a turn, in which the call is made, and none after that. */
    private CompletableFuture<Object> callsInTheLastTurn(Scope scope, Awaitable<String> operand) {
        List<CompletableFuture<Object>> call = new ArrayList<>();
        loop.callSoon(() -> {
            call.add(calls(scope, operand));
            loop.stop();
        });
        loop.runForever();
        loop.close();
        return call.get(0);
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void whatNeedsNothingOfTheLoopOutlivesIt(Scope scope) {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CompletableFuture<Object> call = callsInTheLastTurn(scope, coroutine(() -> Coroutine.of(await(stage))));
        runElsewhere();
        assertThat(call).isNotDone();

        stage.complete("value");
        runElsewhere();
        assertThat(call).isCompleted();
    }

    @Test
    void noTimeAtAllIsOverWithoutTheLoop() {
        CompletableFuture<Object> call = callsInTheLastTurn(NO_TIME, coroutine(() -> Coroutine.of("not reached")));
        runElsewhere();
        assertThat(catchThrowable(call::join)).hasCauseInstanceOf(AsyncTimeoutException.class);
    }

    @ParameterizedTest
    @MethodSource("scopesThatKnowTheirOperand")
    void aTaskOfTheLoopIsAwaitedThere(Scope scope) {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Task<String> task = loop.createTask(coroutine(() -> Coroutine.of(await(stage))));
        List<CompletableFuture<Object>> call = new ArrayList<>();
        loop.callSoon(() -> call.add(calls(scope, task)));
        loop.callLater(Duration.ofHours(1), () -> stage.complete("value"));
        loop.runUntilComplete(task);
        loop.runUntilComplete(Coroutines.yieldNow());
        runElsewhere();
        loop.close();
        assertThat(call.get(0)).isCompleted();
    }

    @ParameterizedTest
    @MethodSource("scopesOfCode")
    void aTaskOfTheLoopThatTheScopesCodeAwaitsIsRefusedWithWhatToDo(Scope scope) {
        Task<String> task = loop.createTask(Coroutines.sleep(LONG, "value"));
        CompletableFuture<Object> call = callsInTheLoop(scope, task);
        loop.runUntilComplete(task);
        runElsewhere();
        loop.close();
        Throwable failure = catchThrowable(call::join).getCause();
        assertThat(failure instanceof ExceptionGroup group ? group.exceptions().get(0) : failure).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" got Future <Task ")
                .hasMessageEndingWith(" attached to a different loop; await it there, by loop.call(...), or await its toFuture()");
    }

    @ParameterizedTest
    @MethodSource("scopesOfCode")
    void whatTheRefusalSaysWorks(Scope scope) {
        Task<String> task = loop.createTask(Coroutines.sleep(LONG, "value"));
        CompletableFuture<Object> byCall = callsInTheLoop(scope, loop.call(() -> Coroutine.of(await(task))));
        CompletableFuture<Object> byFuture = callsInTheLoop(scope, coroutine(() -> Coroutine.of(await(task.toFuture()))));
        loop.runUntilComplete(task);
        loop.runUntilComplete(Coroutines.sleep(LONG));
        runElsewhere();
        loop.close();
        assertThat(List.of(byCall, byFuture)).allMatch(call -> call.isDone() && !call.isCompletedExceptionally());
    }

    @Test
    void whatComesAsCompletedComesFromTheLoopAndIsTakenElsewhere() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Task<String> late = loop.createTask(Coroutines.sleep(LONG, "task"));
        CompletableFuture<Object> ofTasks = callsInTheLoop(new Scope("tasks", operand -> asCompleted(operand, Coroutine.of("at once")).results().toList()), late);
        CompletableFuture<Object> ofStages = callsInTheLoop(new Scope("stages", operand -> asCompleted(stage).results().toList()), late);
        runElsewhere();
        assertThat(List.of(ofTasks, ofStages)).noneMatch(CompletableFuture::isDone);

        stage.complete("stage");
        loop.runUntilComplete(late);
        loop.runUntilComplete(Coroutines.sleep(LONG));
        runElsewhere();
        loop.close();
        assertThat(ofTasks.join()).isEqualTo(List.of("at once", "task"));
        assertThat(ofStages.join()).isEqualTo(List.of("stage"));
    }

    private CompletableFuture<Object> callsInTheLoop(Scope scope, Awaitable<String> operand) {
        List<CompletableFuture<Object>> call = new ArrayList<>();
        loop.callSoon(() -> call.add(calls(scope, operand)));
        loop.callSoon(loop::stop);
        loop.runForever();
        return call.get(0);
    }

    @Test
    void aTaskOfTheLoopThatHasNoTimeIsCancelledThere() {
        Task<String> task = loop.createTask(coroutine(() -> Coroutine.of(await(new CompletableFuture<String>()))));
        List<CompletableFuture<Object>> call = new ArrayList<>();
        loop.callSoon(() -> call.add(calls(NO_TIME, task)));
        assertThat(catchThrowable(() -> loop.runUntilComplete(task))).isInstanceOf(CancellationException.class);
        loop.runUntilComplete(Coroutines.yieldNow());
        runElsewhere();
        loop.close();
        assertThat(catchThrowable(call.get(0)::join)).hasCauseInstanceOf(AsyncTimeoutException.class);
    }
}
