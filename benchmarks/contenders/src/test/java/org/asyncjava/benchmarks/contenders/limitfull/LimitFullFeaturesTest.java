package org.asyncjava.benchmarks.contenders.limitfull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.asyncjava.benchmarks.contenders.SmallStack;
import org.junit.jupiter.api.Test;

/** It may be called a reference only as long as it has what it says. */
class LimitFullFeaturesTest {
    private static final int MANY = 100_000;

    private final List<Object> log = new ArrayList<>();
    private final Loop loop = new Loop(log::add);

    @Test
    void aFailureIsThrownAtEachAwaitOfAChain() {
        Promise operand = new Promise(loop);
        Task task = new Task(loop, Above.tower(3, new AwaitPromise(operand)));
        IllegalStateException failure = new IllegalStateException("no");
        loop.add(() -> operand.fail(failure));

        assertThatThrownBy(() -> loop.runUntilComplete(task)).isSameAs(failure);
        assertThat(task.failure().cause()).isSameAs(failure);
    }

    @Test
    void cancellingATaskCancelsItsOperandAndThrowsAtTheAwait() {
        Promise operand = new Promise(loop);
        Task task = new Task(loop, new Guard(operand));
        loop.add(task::cancel);

        assertThat(loop.runUntilComplete(task)).isInstanceOf(CancellationException.class);
        assertThat(operand.isCancelled()).isTrue();
        assertThat(task.isCancelled()).isFalse();
    }

    @Test
    void aTaskThatDoesNotCatchItsCancellationIsCancelled() {
        Task inner = new Task(loop, new AwaitPromise(new Promise(loop)));
        Task outer = new Task(loop, Above.tower(2, new AwaitPromise(inner)));
        loop.add(outer::cancel);

        assertThatThrownBy(() -> loop.runUntilComplete(outer)).isInstanceOf(CancellationException.class);
        assertThat(outer.isCancelled()).isTrue();
        assertThat(inner.isCancelled()).isTrue();
    }

    @Test
    void aTaskThatIsCancelledBeforeItsFirstStepNeverRuns() {
        Task task = new Task(loop, new AwaitPromise(null));
        task.cancel();

        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aYieldThatIsCancelledThrows() {
        Task task = new Task(loop, new GiveWay(1_000));
        loop.add(task::cancel);

        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aSleepThatIsCancelledEndsAtOnce() {
        Task task = new Task(loop, new Sleeping(loop, 1, 100_000_000));
        loop.add(task::cancel);

        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancellationException.class);
    }

    @Test
    void severalTasksAndCallbacksWaitForOnePromiseAndRunInTheirOrder() {
        Promise operand = new Promise(loop);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Task task = new Task(loop, new AwaitPromise(operand));
            task.addDoneCallback(done -> log.add("task " + tasks.indexOf(done)));
            tasks.add(task);
        }
        loop.runUntilComplete(new GiveWay(1));
        operand.addDoneCallback(done -> log.add("callback"));
        operand.complete(5);
        assertThat(log).isEmpty();

        assertThat(loop.runUntilComplete(new Gather(loop, tasks))).isEqualTo(List.of(5, 5, 5));
        assertThat(log).containsExactly("callback", "task 0", "task 1", "task 2");
    }

    @Test
    void aCallbackThatFailsIsReportedAndTheNextOneRuns() {
        Promise operand = new Promise(loop);
        IllegalStateException failure = new IllegalStateException("no");
        operand.addDoneCallback(done -> {
            throw failure;
        });
        operand.addDoneCallback(done -> log.add("next"));
        operand.complete(null);
        loop.runUntilComplete(new GiveWay(1));

        assertThat(log).containsExactly(failure, "next");
    }

    @Test
    void gatheringFailsWithTheFirstFailureAndCancelsWhenItIsCancelled() {
        Promise one = new Promise(loop);
        Promise other = new Promise(loop);
        Gather failing = new Gather(loop, List.of(one, other));
        IllegalStateException failure = new IllegalStateException("no");
        other.fail(failure);
        assertThatThrownBy(() -> loop.runUntilComplete(failing)).isSameAs(failure);

        Gather cancelled = new Gather(loop, List.of(one));
        cancelled.cancel();
        assertThat(one.isCancelled()).isTrue();
        assertThatThrownBy(() -> loop.runUntilComplete(cancelled)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aTaskInheritsTheContextAndKeepsItsOwn() {
        Promise operand = new Promise(loop);
        loop.setContext("outside");
        Task task = new Task(loop, new ChangeContext(loop, operand, log));
        loop.add(() -> operand.complete(1));
        loop.runUntilComplete(task);

        assertThat(log).containsExactly("outside", task, "inside", task);
        assertThat(loop.context()).isEqualTo("outside");
        assertThat(loop.currentTask()).isNull();
    }

    @Test
    void aCallIsAwaitedOnce() {
        Call call = new Nested(1);
        loop.runUntilComplete(call);

        assertThatThrownBy(() -> loop.runUntilComplete(new Above(call))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyNestedCallsNeedLittleStack() {
        assertThat(SmallStack.call(() -> loop.runUntilComplete(new Nested(MANY)))).isEqualTo(MANY);
    }

    @Test
    void manyNestedCallsAreResumedOnLittleStack() {
        Promise operand = new Promise(loop);
        loop.add(() -> operand.complete(1));

        assertThat(SmallStack.call(() -> loop.runUntilComplete(Above.tower(MANY, new AwaitPromise(operand))))).isEqualTo(MANY + 1);
    }

    @Test
    void manyTasksThatAwaitOneAnotherEndOnLittleStack() {
        Promise operand = new Promise(loop);
        Task last = linked(operand);
        loop.add(() -> operand.complete(1));

        assertThat(SmallStack.call(() -> loop.runUntilComplete(last))).isEqualTo(1);
    }

    @Test
    void manyTasksThatAwaitOneAnotherAreCancelledOnLittleStack() {
        Promise operand = new Promise(loop);
        Task last = linked(operand);
        loop.add(last::cancel);

        assertThatThrownBy(() -> SmallStack.call(() -> loop.runUntilComplete(last))).hasCauseInstanceOf(CancellationException.class);
        assertThat(operand.isCancelled()).isTrue();
    }

    private Task linked(Promise operand) {
        Task last = new Task(loop, new AwaitPromise(operand));
        for (int i = 1; i < MANY; i++) {
            last = new Task(loop, new AwaitPromise(last));
        }
        return last;
    }
}
