package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.outcomeOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.junit.jupiter.api.Test;

/** What CPython 3.11 does in the same programs. */
class GatherTest { // HARD_CASES 71
    private final Log log = new Log();

    @Async
    private Coroutine<String> ok(String name, int seconds) {
        await(sleep(Duration.ofSeconds(seconds)));
        log.add(name);
        return Coroutine.of(name);
    }

    @Async
    private Coroutine<String> bad(int seconds) {
        await(sleep(Duration.ofSeconds(seconds)));
        log.add("bad");
        throw new IllegalArgumentException("bad");
    }

    private static void inVirtualTime(Supplier<Awaitable<?>> first, BiFunction<Object, Throwable, Awaitable<?>> second) {
        TestLoop.virtualTime(() -> run(inTurn(first, second)));
    }

    @Async
    private static Coroutine<Void> inTurn(Supplier<Awaitable<?>> first, BiFunction<Object, Throwable, Awaitable<?>> second) {
        Outcome<?> outcome = await(outcomeOf(first.get()));
        await(second.apply(outcome.value(), outcome.failure()));
        return Coroutine.done();
    }

    @Test
    void theFirstFailureIsPassedOnAtOnceAndTheOthersGoOn() {
        inVirtualTime(() -> gather(ok("a", 3), bad(1), ok("c", 2)), (v, failure) -> {
            log.add(failure.getMessage());
            return sleep(Duration.ofSeconds(5));
        });
        assertThat(log.entries()).containsExactly("bad", "bad", "c", "a");
    }

    @Test
    void laterFailuresAreSwallowed() {
        List<FailureContext> reported = new ArrayList<>();
        inVirtualTime(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            return gather(bad(1), bad(2));
        }, (v, failure) -> sleep(Duration.ofSeconds(5)));
        assertThat(log.entries()).containsExactly("bad", "bad");
        assertThat(reported).isEmpty();
    }

    @Test
    void outcomesKeepFailuresInTheirPlaces() {
        inVirtualTime(() -> gatherOutcomes(ok("a", 2), bad(1), ok("c", 0)), (v, failure) -> {
            @SuppressWarnings("unchecked")
            List<Outcome<String>> outcomes = (List<Outcome<String>>) v;
            assertThat(outcomes).extracting(Outcome::value).containsExactly("a", null, "c");
            assertThat(outcomes).extracting(Outcome::isFailed).containsExactly(false, true, false);
            log.add("seen");
            return Coroutine.of(null);
        });
        assertThat(log.entries()).containsExactly("c", "bad", "a", "seen");
    }

    @Test
    void theSameAwaitableTwiceRunsOnce() {
        Coroutine<String> same = ok("same", 1);
        inVirtualTime(() -> gather(same, same), (v, failure) -> {
            log.add(v);
            return Coroutine.of(null);
        });
        assertThat(log.entries()).containsExactly("same", List.of("same", "same"));
    }

    @Test
    void aTaskOrASleepTwiceIsWaitedForOnce() {
        inVirtualTime(() -> {
            Task<String> task = createTask(ok("task", 1));
            Coroutine<Void> sleep = sleep(Duration.ofSeconds(2));
            return gather(task, sleep, task, sleep);
        }, (v, failure) -> {
            log.add(v);
            return Coroutine.of(null);
        });
        assertThat(log.entries()).hasSize(2).last().asList().containsExactly("task", null, "task", null);
    }

    @Test
    void aCoroutineThatIsATaskAlreadyCannotBeGathered() {
        Coroutine<String> used = ok("once", 1);
        inVirtualTime(() -> {
            createTask(used);
            return gatherOutcomes(used, ok("other", 2));
        }, (v, failure) -> {
            @SuppressWarnings("unchecked")
            List<Outcome<String>> outcomes = (List<Outcome<String>>) v;
            log.add(outcomes.get(0).failure().getMessage().startsWith("cannot reuse already awaited coroutine"));
            return Coroutine.of(null);
        });
        assertThat(log.entries()).containsExactly("once", "other", true);
    }

    @Test
    void aTaskThatOthersWaitForTellsEveryone() {
        inVirtualTime(() -> {
            Task<String> task = createTask(ok("task", 1));
            task.addDoneCallback(done -> log.add("first"));
            Deferred<List<String>> one = gather(task);
            task.addDoneCallback(done -> log.add("last"));
            return gather(one, gather(task));
        }, (v, failure) -> {
            log.add(v);
            return Coroutine.of(null);
        });
        assertThat(log.entries()).containsExactly("task", "first", "last", List.of(List.of("task"), List.of("task")));
    }

    @Test
    void nothingGathersToAnEmptyListAtOnce() {
        inVirtualTime(() -> {
            Deferred<List<Object>> nothing = gather(List.<Coroutine<Object>>of());
            log.add(nothing.isDone());
            return nothing;
        }, (v, failure) -> {
            log.add(v);
            return Coroutine.of(null);
        });
        assertThat(log.entries()).containsExactly(true, List.of());
    }

    @Test
    void cancellingItCancelsTheOperandsAndItIsItselfNotCancelled() {
        Holder held = new Holder();
        inVirtualTime(() -> {
            held.tasks = List.of(createTask(ok("x", 1)), createTask(ok("y", 1)));
            held.gathered = gather(held.tasks);
            return yieldNow();
        }, (v, failure) -> coroutine(() -> {
            log.add(held.gathered.cancel("message"));
            Throwable cancellation = await(failureOf(held.gathered));
            log.cancelled("gather", cancellation);
            log.add(held.gathered.isCancelled());
            log.add(held.tasks.stream().allMatch(Task::isCancelled));
            log.add(held.gathered.cancel());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly(true, "gather message", false, true, false);
    }

    private static final class Holder {
        private List<Task<String>> tasks;
        private Deferred<List<String>> gathered;
    }

    @Test
    void anOperandThatIsCancelledAloneIsAFailure() {
        Holder held = new Holder();
        inVirtualTime(() -> {
            held.tasks = List.of(createTask(ok("x", 1)), createTask(ok("y", 0)));
            held.gathered = gather(held.tasks);
            return yieldNow();
        }, (v, failure) -> coroutine(() -> {
            held.tasks.get(0).cancel();
            Throwable cancellation = await(failureOf(held.gathered));
            log.cancelled("gather", cancellation);
            log.add(held.gathered.isCancelled());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("y", "gather null", false);
    }

    @Test
    void ofOutcomesTheCancellationComesWhenAllHaveEnded() {
        Deferred<?>[] gathered = new Deferred<?>[1];
        inVirtualTime(() -> {
            gathered[0] = gatherOutcomes(ok("x", 1), ok("y", 1));
            return yieldNow();
        }, (v, failure) -> coroutine(() -> {
            gathered[0].cancel();
            Throwable cancellation = await(failureOf(gathered[0]));
            log.cancelled("gather", cancellation);
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("gather null");
    }

    @Test
    void whatIsDoneAlreadyCounts() {
        inVirtualTime(() -> {
            Deferred<String> done = new Deferred<>();
            done.complete("done");
            Deferred<String> failed = new Deferred<>();
            failed.fail(new CancellationException("early"));
            return gatherOutcomes(done, failed, Coroutine.of("value"));
        }, (v, failure) -> {
            log.add(((List<?>) v).stream().map(outcome -> ((Outcome<?>) outcome).value()).toList().toString());
            return Coroutine.of(null);
        });
        assertThat(log.entries()).containsExactly("[done, null, value]");
    }
}
