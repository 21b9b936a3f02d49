package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.firstSuccess;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitAny;
import static org.asyncjava.runtime.Coroutines.waitFirstException;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.Await.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What puts several stages together, on a server's thread without a loop; and the same programs on a loop. */
class StageCombinatorsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    /** A combinator of two stages. */
    private record Combinator(String name, Function<List<CompletionStage<Object>>, Awaitable<?>> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Combinator> COMBINATORS = List.of(
            new Combinator("gather", each -> gather(each)),
            new Combinator("gather, combined", each -> gather(each.get(0), each.get(1), (a, b) -> a + " and " + b)),
            new Combinator("gatherOutcomes", each -> gatherOutcomes(each)),
            new Combinator("race", each -> race(each)),
            new Combinator("firstSuccess", each -> firstSuccess(each)),
            new Combinator("waitFor", each -> gather(hot(waitFor(each.get(0), NEVER)), each.get(1))),
            new Combinator("from", each -> gather(hot(from(each.get(0))), each.get(1))));

    private static final List<Combinator> WAITS = List.of(
            new Combinator("waitAll", each -> waitAll(each)),
            new Combinator("waitAny", each -> waitAny(each)),
            new Combinator("waitFirstException", each -> waitFirstException(each)));

    /** What a stage is to who awaits it. */
    private enum Kind {
        PLAIN(source -> source),
        DEPENDENT(source -> source.thenApply(value -> value)),
        METHOD(source -> Programs.hot(() -> source)),
        DEPENDENT_OF_METHOD(source -> Programs.hot(() -> source).thenApply(value -> value)),
        MINIMAL(source -> source.minimalCompletionStage()),
        FOREIGN(ForeignStages::of),
        FOREIGN_FUTURE(source -> ForeignStages.of(source, Future.class)),
        SUBCLASS(source -> {
            UserFuture<Object> own = new UserFuture<>();
            source.handle((value, failure) -> failure == null ? own.complete(value) : own.completeExceptionally(failure));
            return own;
        });

        private final Function<CompletableFuture<Object>, CompletionStage<Object>> of;

        Kind(Function<CompletableFuture<Object>, CompletionStage<Object>> of) {
            this.of = of;
        }
    }

    /** How a source ends. */
    private enum End {
        VALUE(source -> source.complete("value")),
        FAILURE(source -> source.completeExceptionally(new IllegalStateException("failure"))),
        CANCELLED(source -> source.cancel(true));

        private final Consumer<CompletableFuture<Object>> of;

        End(Consumer<CompletableFuture<Object>> of) {
            this.of = of;
        }
    }

    private static CompletableFuture<Object> hot(Awaitable<?> operand) {
        return Programs.hot(() -> operand);
    }

    static Stream<Combinator> combinators() {
        return COMBINATORS.stream();
    }

    static Stream<Combinator> all() {
        return Stream.concat(COMBINATORS.stream(), WAITS.stream());
    }

    static List<Kind> kinds() {
        return List.of(Kind.values());
    }

    /** The outcome as text, which two runs of a program have in common; of sets of stages how many there are. */
    private static String text(CompletableFuture<Object> result) {
        assertThat(result).isDone();
        return result.handle((value, failure) -> failure == null ? textOf(value)
                : failure.getClass().getSimpleName() + " " + failure.getMessage()).join();
    }

    private static String textOf(Object value) {
        return value instanceof Waited<?> waited ? waited.done().size() + " done, " + waited.pending().size() + " pending" : String.valueOf(value);
    }

    // ---- the same with and without a loop, in all ways to end --------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("all")
    void theOutcomeIsThatOfTheSameProgramOnALoopAndOfAwaitablesThere(Combinator combinator) {
        List<String> different = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (End first : End.values()) {
                for (End second : End.values()) {
                    for (int doneBefore = 0; doneBefore <= 2; doneBefore++) {
                        String without = program(combinator, kind, first, second, doneBefore);
                        String with = VirtualTime.run(programOnLoop(combinator, kind, first, second, doneBefore));
                        if (!without.equals(with)) {
                            different.add(kind + " " + first + " " + second + " " + doneBefore + ": " + without + "; on a loop: " + with);
                        }
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static String program(Combinator combinator, Kind kind, End first, End second, int doneBefore) {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> b = new CompletableFuture<>();
        if (doneBefore > 0) {
            first.of.accept(a);
        }
        if (doneBefore > 1) {
            second.of.accept(b);
        }
        CompletionStage<Object> one = kind.of.apply(a);
        CompletionStage<Object> other = kind.of.apply(b);
        CompletableFuture<Object> result = hot(combinator.of.apply(List.of(one, other)));
        first.of.accept(a);
        second.of.accept(b);
        return text(result);
    }

    private static Coroutine<String> programOnLoop(Combinator combinator, Kind kind, End first, End second, int doneBefore) {
        return coroutine(() -> {
            CompletableFuture<Object> a = new CompletableFuture<>();
            CompletableFuture<Object> b = new CompletableFuture<>();
            if (doneBefore > 0) {
                first.of.accept(a);
            }
            if (doneBefore > 1) {
                second.of.accept(b);
            }
            List<CompletionStage<Object>> stages = List.of(kind.of.apply(a), kind.of.apply(b));
            Task<Outcome<Object>> task = createTask(Programs.outcomeOf(Programs.any(combinator.of.apply(stages))));
            await(yieldNow());
            await(yieldNow());
            first.of.accept(a);
            await(yieldNow()); // a wait tells what has ended by the time that it goes on
            await(yieldNow());
            second.of.accept(b);
            Outcome<Object> outcome = await(task);
            return Coroutine.of(outcome.failure() == null ? textOf(outcome.value())
                    : outcome.failure().getClass().getSimpleName() + " " + outcome.failure().getMessage());
        });
    }

    @ParameterizedTest
    @MethodSource("combinators")
    void onALoopStagesAndTasksThatAwaitThemHaveTheSameOutcome(Combinator combinator) {
        if (combinator.name.equals("waitFor") || combinator.name.equals("from")) {
            return;
        }
        for (End first : End.values()) {
            for (End second : End.values()) {
                String stages = VirtualTime.run(programOnLoop(combinator, Kind.PLAIN, first, second, 0));
                String tasks = VirtualTime.run(programOnLoop(ofTasks(combinator.name), Kind.PLAIN, first, second, 0));
                assertThat(stages).as(first + " " + second).isEqualTo(tasks);
            }
        }
    }

    private static Combinator ofTasks(String name) {
        return new Combinator(name, stages -> {
            List<Awaitable<Object>> each = List.of(from(stages.get(0)), from(stages.get(1)));
            return switch (name) {
                case "gather" -> gather(each);
                case "gather, combined" -> gather(each.get(0), each.get(1), (a, b) -> a + " and " + b);
                case "gatherOutcomes" -> gatherOutcomes(each);
                case "race" -> race(each);
                case "firstSuccess" -> firstSuccess(each);
                default -> throw new IllegalArgumentException(name);
            };
        });
    }

    // ---- cancellation ------------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("combinators")
    void cancellingTheMethodThatAwaitsCancelsWhatIsAFuture(Combinator combinator) {
        for (Kind kind : Kind.values()) {
            CompletableFuture<Object> a = new CompletableFuture<>();
            CompletableFuture<Object> b = new CompletableFuture<>();
            List<CompletionStage<Object>> stages = List.of(kind.of.apply(a), kind.of.apply(b));
            List<Object> seen = new ArrayList<>();
            CompletableFuture<Object> method = caught(combinator.of.apply(stages), seen);
            assertThat(method.cancel(true)).isTrue();
            assertThat(seen).as(kind + " " + combinator).singleElement().isInstanceOf(CancellationException.class);
            if (combinator.name.equals("from") || combinator.name.equals("waitFor")) {
                continue; // whose second stage is not awaited yet
            }
            stages.forEach(stage -> assertThat(isCancelled(stage)).as(kind + " " + combinator).isEqualTo(kind != Kind.MINIMAL && kind != Kind.FOREIGN));
            a.complete("late");
            b.complete("late");
            assertThat(seen).hasSize(1);
        }
    }

    @Async
    private static CompletableFuture<Object> caught(Awaitable<?> operand, List<Object> seen) {
        try {
            return CompletableFuture.completedFuture(await(operand));
        } catch (Throwable failure) {
            seen.add(failure);
            throw failure;
        }
    }

    private static boolean isCancelled(CompletionStage<Object> stage) {
        return stage instanceof Future<?> future && StageWait.isFullFuture(stage) && future.isCancelled();
    }

    @Test
    void completingOrTimingOutTheMethodCancelsTheAwaitAsWell() throws Exception {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> method = hot(gather(a, new CompletableFuture<>()));
        method.complete("other");
        assertThat(a).isCancelled();

        CompletableFuture<Object> b = new CompletableFuture<>();
        CountDownLatch cancelled = new CountDownLatch(1);
        b.whenComplete((value, failure) -> cancelled.countDown());
        hot(gather(b, new CompletableFuture<>())).orTimeout(1, TimeUnit.MILLISECONDS);
        cancelled.await();
        assertThat(b).isCancelled();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsAwaitedByHandIsAskedAndCancelledByAnyThread(Combinator combinator) throws Throwable {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> b = new CompletableFuture<>();
        Awaiter<?> awaiter = combinator.of.apply(List.of(a, b)).awaiter();
        CountDownLatch told = new CountDownLatch(1);
        awaiter.onDone(told::countDown);
        assertThat(awaiter.isDone()).isFalse();
        boolean[] first = new boolean[2];
        Thread other = new Thread(() -> {
            first[0] = awaiter.cancel();
            first[1] = awaiter.cancel();
        });
        other.start();
        other.join();
        told.await();
        assertThat(first).containsExactly(true, false);
        assertThat(awaiter.isDone()).isTrue();
        assertThatThrownBy(awaiter::result).isInstanceOf(CancellationException.class);
        assertThat(a.isCancelled()).isEqualTo(COMBINATORS.contains(combinator));
    }

    @Test
    void aTaskIsToldWhyItsAwaitWasCancelled() {
        CompletableFuture<Object> a = new CompletableFuture<>();
        Throwable failure = Coroutines.run(coroutine(() -> {
            Task<Throwable> waiting = createTask(Programs.failureOf(gather(a, new CompletableFuture<>())));
            await(yieldNow());
            waiting.cancel("because");
            return Coroutine.of(await(waiting));
        }));
        assertThat(failure).isInstanceOf(CancellationException.class).hasMessage("because");
        assertThat(a).isCancelled();
    }

    // ---- rules of the single combinators -----------------------------------------------------------------------------------------

    @Test
    void gatherPassesTheFirstFailureOnAtOnceAndLetsTheOthersGoOn() {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> b = new CompletableFuture<>();
        CompletableFuture<Object> result = hot(gather(a, b));
        IllegalStateException failure = new IllegalStateException();
        b.completeExceptionally(failure);
        assertThat(text(result)).startsWith("IllegalStateException");
        assertThat(a).isNotDone();
        a.complete(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void gatherIsDoneWithTheLastOfItsStagesWhicheverThatIs(int size) {
        for (int last = 0; last < size; last++) {
            List<CompletableFuture<Integer>> stages = Stream.generate(() -> new CompletableFuture<Integer>()).limit(size).toList();
            stages.get(size - 1 - last).complete(size - 1 - last);
            CompletableFuture<Object> results = hot(gather(stages));
            CompletableFuture<?> outcomes = hot(gatherOutcomes(stages));
            for (int i = 0; i < size; i++) {
                assertThat(results.isDone()).isEqualTo(outcomes.isDone()).isEqualTo(stages.stream().allMatch(CompletableFuture::isDone));
                if (i != last) {
                    stages.get(i).complete(i);
                }
            }
            stages.get(last).complete(last);
            assertThat(results.join()).isEqualTo(IntStream.range(0, size).boxed().toList());
            assertThat(outcomes).isDone();
        }
    }

    @Test
    void gatherOfNothingIsDone() {
        assertThat(text(hot(gather()))).isEqualTo("[]");
        assertThat(text(hot(gatherOutcomes()))).isEqualTo("[]");
        assertThat(text(hot(gather(List.<CompletableFuture<Object>>of())))).isEqualTo("[]");
    }

    @Test
    void resultsMayBeNullAndAStageMayBeNamedTwice() {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> result = hot(gather(a, a, CompletableFuture.completedFuture(null)));
        a.complete(null);
        assertThat(result.join()).isEqualTo(Arrays.asList(null, null, null));
        assertThat(hot(race(CompletableFuture.completedFuture(null), new CompletableFuture<>())).join()).isNull();
        assertThat(hot(from(CompletableFuture.completedFuture(null))).join()).isNull();
    }

    @Test
    void resultsComeInTheOrderOfTheOperands() {
        List<CompletableFuture<Integer>> stages = IntStream.range(0, 10).mapToObj(i -> new CompletableFuture<Integer>()).toList();
        CompletableFuture<Object> result = hot(gather(stages));
        IntStream.range(0, 10).map(i -> (i * 7) % 10).forEach(i -> stages.get(i).complete(i));
        assertThat(result.join()).isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void whatCombineThrowsFailsTheAwait() {
        CompletableFuture<String> a = new CompletableFuture<>();
        CompletableFuture<Object> result = hot(gather(a, a, (x, y) -> Integer.parseInt(x + y)));
        a.complete("x");
        assertThat(text(result)).startsWith("NumberFormatException");
        assertThat(hot(gather(a, a, a, (x, y, z) -> x + y + z)).join()).isEqualTo("xxx");
        assertThat(hot(gather(a, a, a, a, (x, y, z, w) -> x + y + z + w)).join()).isEqualTo("xxxx");
    }

    @Test
    void combineIsCalledOnceWhereTheMethodGoesOn() {
        List<Runnable> queue = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        CompletableFuture<String> a = new CompletableFuture<>();
        Awaitable<String> both = gather(a, a, (x, y) -> {
            calls.add("called");
            return x + y;
        });
        CompletableFuture<Object> first = Dispatcher.call(queue::add, () -> hot(both));
        CompletableFuture<Object> second = Dispatcher.call(queue::add, () -> hot(both));
        a.complete("a");
        assertThat(calls).isEmpty();
        queue.forEach(Runnable::run);
        assertThat(List.of(first.join(), second.join())).containsExactly("aa", "aa");
        assertThat(calls).hasSize(1);
    }

    @Test
    void onALoopTwoTasksAreCombined() {
        assertThat(VirtualTime.<Object>run(coroutine(() -> Coroutine.of(List.of(
                await(gather(Coroutines.sleep(NEVER, 1), Coroutines.sleep(NEVER, 2), Integer::sum)),
                await(gather(Coroutine.of("a"), Coroutine.of(1), Coroutine.of('c'), (a, b, c) -> a + b + c)),
                await(gather(Coroutine.of("a"), from(CompletableFuture.completedFuture(1)), Coroutine.of('c'), Coroutine.of(2L), (a, b, c, d) -> a + b + c + d))))
        ))).isEqualTo(List.of(3, "a1c", "a1c2"));
        assertThatThrownBy(() -> VirtualTime.run(coroutine(() -> gather2(Coroutine.of("x"))))).isInstanceOf(NumberFormatException.class);
    }

    @Async
    private static Coroutine<Integer> gather2(Coroutine<String> text) {
        return Coroutine.of(await(gather(text, Coroutine.of(1), (x, y) -> Integer.parseInt(x) + y)));
    }

    @Test
    void aRaceCancelsTheLosersAlsoThoseThatItHasNotComeTo() {
        CompletableFuture<Object> slow = new CompletableFuture<>();
        CompletableFuture<Object> late = new CompletableFuture<>();
        assertThat(hot(race(slow, CompletableFuture.completedFuture("fast"), late)).join()).isEqualTo("fast");
        assertThat(slow).isCancelled();
        assertThat(late).isCancelled();
    }

    @Test
    void firstSuccessTellsOfAllFailures() {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> b = new CompletableFuture<>();
        CompletableFuture<Object> result = hot(firstSuccess(a, b));
        a.completeExceptionally(new IllegalStateException("a"));
        b.completeExceptionally(new IllegalStateException("b"));
        assertThatThrownBy(result::join).hasCauseInstanceOf(ExceptionGroup.class);
        ExceptionGroup group = (ExceptionGroup) StageOutcome.failureOf(result);
        assertThat(group.exceptions()).extracting(Throwable::getMessage).containsExactly("a", "b");
    }

    @Test
    void nothingToRunOrToWaitForIsRefused() {
        List<CompletableFuture<String>> none = List.of();
        Stream.<Supplier<?>>of(() -> race(none), () -> firstSuccess(none), () -> waitAll(none), () -> waitAny(none, NEVER), () -> waitFirstException(none))
                .forEach(call -> assertThatThrownBy(call::get).isInstanceOf(IllegalArgumentException.class));
        CompletableFuture<String> missing = null;
        Stream.<Supplier<?>>of(() -> race(missing), () -> gather(missing, missing), () -> waitAll(missing), () -> gatherOutcomes(missing))
                .forEach(call -> assertThatThrownBy(call::get).isInstanceOf(NullPointerException.class));
    }

    @Test
    void waitsEndWhenTheyAreToAndCancelNothing() {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> b = new CompletableFuture<>();
        CompletableFuture<Object> any = hot(waitAny(a, b));
        CompletableFuture<Object> failed = hot(waitFirstException(a, b));
        CompletableFuture<Object> all = hot(waitAll(a, b, a));
        a.cancel(true);
        assertThat(any.join()).isEqualTo(new Waited<>(Set.of(a), Set.of(b)));
        assertThat(failed).isNotDone();
        b.completeExceptionally(new IllegalStateException());
        assertThat(textOf(failed.join())).isEqualTo("2 done, 0 pending");
        assertThat(all.join()).isEqualTo(new Waited<>(Set.of(a, b), Set.of()));
    }

    @Test
    void aWaitWithALimitLeavesWhatIsPending() throws Exception {
        CompletableFuture<Object> a = new CompletableFuture<>();
        Object waited = hot(waitAll(List.of(a, CompletableFuture.completedFuture("b")), Duration.ofMillis(1))).get();
        assertThat(textOf(waited)).isEqualTo("1 done, 1 pending");
        assertThat(textOf(hot(waitAny(List.of(a), Duration.ZERO)).get())).isEqualTo("0 done, 1 pending");
        assertThat(a).isNotDone();
        assertThat(a.getNumberOfDependents()).isZero();
    }

    @Test
    void aShieldedStageGoesOn() {
        CompletableFuture<Object> a = new CompletableFuture<>();
        CompletableFuture<Object> method = hot(shield(a));
        method.cancel(true);
        assertThat(a).isNotDone();
        assertThat(a.getNumberOfDependents()).isZero();
        CompletableFuture<Object> other = hot(shield(a));
        a.complete("value");
        assertThat(other.join()).isEqualTo("value");
    }

    @Test
    void theFailureOfAMethodIsNotUnwrapped() {
        CompletionException own = new CompletionException(new IllegalStateException());
        for (Function<CompletableFuture<Object>, Awaitable<?>> way : List.<Function<CompletableFuture<Object>, Awaitable<?>>>of(
                Coroutines::from, Coroutines::shield, stage -> gather(stage, stage), stage -> race(stage), stage -> waitFor(stage, NEVER))) {
            for (boolean doneBefore : List.of(true, false)) {
                CompletableFuture<Object> gate = new CompletableFuture<>();
                if (doneBefore) {
                    gate.complete(1);
                }
                CompletableFuture<Object> result = hot(way.apply(failing(gate, own)));
                gate.complete(1);
                assertThatThrownBy(result::get).isInstanceOf(ExecutionException.class);
                assertThat(StageOutcome.failureOf(result)).isSameAs(own);
            }
        }
    }

    @Async
    private static CompletableFuture<Object> failing(CompletableFuture<Object> gate, RuntimeException failure) {
        await(gate);
        throw failure;
    }

    // ---- limits of time ----------------------------------------------------------------------------------------------------------

    @Test
    void aLimitCancelsTheStageAndNamesItAndTheLimit() {
        CompletableFuture<Object> never = new CompletableFuture<>();
        Throwable plain = failureOf(hot(waitFor(never, Duration.ofMillis(2))));
        assertThat(plain).isInstanceOf(AsyncTimeoutException.class).hasMessage("java.util.concurrent.CompletableFuture did not end within 0.002s");
        assertThat(never).isCancelled();
        CompletableFuture<Object> operand = new CompletableFuture<>();
        Throwable method = failureOf(hot(waitFor(failing(operand, new IllegalStateException()), Duration.ofMillis(2))));
        assertThat(method).isInstanceOf(AsyncTimeoutException.class).hasMessageStartingWith("StageCombinatorsTest.failing").hasMessageEndingWith("within 0.002s");
        assertThat(operand).isCancelled();
    }

    private static Throwable failureOf(CompletableFuture<Object> result) {
        result.handle((value, failure) -> null);
        assertThatThrownBy(result::get).isNotNull();
        return StageOutcome.failureOf(result);
    }

    @Test
    void noTimeAtAllLetsPassWhatIsDone() {
        assertThat(hot(waitFor(CompletableFuture.completedFuture(1), Duration.ZERO)).join()).isEqualTo(1);
        CompletableFuture<Object> pending = new CompletableFuture<>();
        assertThat(failureOf(hot(waitFor(pending, Duration.ZERO)))).isInstanceOf(AsyncTimeoutException.class);
        assertThat(pending).isCancelled();
    }

    @Test
    void onALoopALimitIsTheLoops() {
        Throwable failure = VirtualTime.run(coroutine(() -> Coroutine.of(await(Programs.failureOf(waitFor(new CompletableFuture<>(), NEVER))))));
        assertThat(failure).isInstanceOf(AsyncTimeoutException.class).hasMessageEndingWith("did not end within 24h");
    }

    @Test
    void aMethodGoesOnWhereItsDispatcherSaysAfterALimit() throws Exception {
        long millis = 1;
        while (!isDispatchedAfter(Duration.ofMillis(millis))) {
            millis *= 2; // it was over before the method was suspended
        }
    }

    /** Tells whether a method that waits so long was suspended. */
    private static boolean isDispatchedAfter(Duration limit) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        List<Runnable> queue = new ArrayList<>();
        CompletableFuture<Object> result = Dispatcher.call(work -> {
            queue.add(work);
            over.countDown();
        }, () -> hot(waitFor(new CompletableFuture<>(), limit)));
        result.handle((value, failure) -> {
            over.countDown();
            return null;
        });
        over.await();
        if (queue.isEmpty()) {
            assertThat(result).isCompletedExceptionally();
            return false;
        }
        assertThat(result).isNotDone();
        queue.get(0).run();
        assertThat(result).isCompletedExceptionally();
        return true;
    }

    @Test
    void aLimitOfALoopThatIsClosedHoldsElsewhere() throws Exception {
        CompletableFuture<Object> result;
        try (EventLoop loop = new EventLoop()) {
            result = loop.runUntilComplete(coroutine(() -> {
                CompletableFuture<Object> elsewhere = Dispatcher.call(Runnable::run, () -> hot(waitFor(new CompletableFuture<>(), Duration.ofMillis(50))));
                return Coroutine.of(new CompletableFuture[] {elsewhere});
            }))[0];
        }
        assertThatThrownBy(result::get).hasCauseInstanceOf(AsyncTimeoutException.class);
    }

    // ---- nothing is left behind --------------------------------------------------------------------------------------------------

    @Test
    void aWaitThatIsOverLeavesNothingWithStagesThatOutliveIt() {
        CompletableFuture<Object> lasting = new CompletableFuture<>();
        CompletableFuture<Object> method = Programs.hot(() -> lasting);
        int before = method.getNumberOfDependents();
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Object> next = new CompletableFuture<>();
            CompletableFuture<Object> waiting = hot(waitAny(lasting, method, next));
            if (i % 2 == 0) {
                next.complete(i);
            } else {
                waiting.cancel(true);
            }
            hot(shield(lasting)).cancel(true);
        }
        assertThat(lasting.getNumberOfDependents()).isLessThanOrEqualTo(1); // that of the method
        assertThat(method.getNumberOfDependents()).isEqualTo(before);
    }

    @Test
    void aLimitThatWasNotReachedKeepsNothing() {
        List<WeakReference<Object>> stages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            stages.add(new WeakReference<>(limitedStage(i % 2 == 0)));
        }
        System.gc();
        assertThat(stages).allMatch(stage -> stage.get() == null);
    }

    /** A stage whose limit has not been reached when it was over. */
    private static Object limitedStage(boolean completed) {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> waiting = hot(waitFor(stage, NEVER));
        if (completed) {
            stage.complete("done");
        } else {
            waiting.cancel(true);
        }
        assertThat(waiting).isDone();
        return stage;
    }

    // ---- stages that misbehave ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("all")
    void aStageWhoseHandleThrowsFailsAsOneThatHasFailed(Combinator combinator) {
        CompletableFuture<Object> broken = new CompletableFuture<>() {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
                throw new IllegalArgumentException("handle");
            }
        };
        CompletableFuture<Object> other = new CompletableFuture<>();
        CompletableFuture<Object> result = hot(combinator.of.apply(List.of(broken, other)));
        other.complete("value");
        assertThat(text(result)).isIn("IllegalArgumentException handle", "[Outcome[value=null, failure=java.lang.IllegalArgumentException: handle], "
                + "Outcome[value=value, failure=null]]", "value", "1 done, 1 pending", "2 done, 0 pending");
    }

    @Test
    void aStageThatCallsBackTwiceIsHeardOnceAndReported() {
        CompletableFuture<Object> twice = new CompletableFuture<>() {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
                super.handle(function);
                return super.handle(function);
            }
        };
        CompletableFuture<Object> other = new CompletableFuture<>();
        List<Throwable> reported = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
        try {
            CompletableFuture<Object> result = hot(gather(twice, other));
            twice.complete(1);
            assertThat(result).isNotDone();
            other.complete(2);
            assertThat(result.join()).isEqualTo(List.of(1, 2));
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
        assertThat(reported).singleElement().extracting(Throwable::getMessage).asString().contains("again");
    }

    @Test
    void aFutureWhoseCancelThrowsDoesNotKeepTheOthersAndTheAwaitFromEnding() {
        List<Throwable> reported = new ArrayList<>();
        CompletableFuture<Object> broken = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                throw new IllegalArgumentException("cancel");
            }
        };
        CompletableFuture<Object> other = new CompletableFuture<>();
        List<Object> seen = new ArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
        try {
            caught(gather(broken, other), seen).cancel(true);
            hot(race(broken, CompletableFuture.completedFuture(1), new CompletableFuture<>())).join();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
        assertThat(seen).singleElement().isInstanceOf(CancellationException.class);
        assertThat(other).isCancelled();
        assertThat(reported).hasSize(2).allMatch(failure -> failure.getMessage().equals("cancel"));
    }

    // ---- depth -------------------------------------------------------------------------------------------------------------------

    @Test
    void methodsThatGatherMethodsThatGatherNeedNoStack() {
        SmallStack.run(() -> {
            CompletableFuture<Object> innermost = new CompletableFuture<>();
            CompletableFuture<Object> outermost = innermost;
            for (int i = 0; i < 30_000; i++) {
                CompletableFuture<Object> inner = outermost;
                outermost = hot(i % 3 == 0 ? from(inner) : i % 3 == 1 ? race(inner) : gather(inner, inner, (a, b) -> a));
            }
            innermost.complete("value");
            assertThat(outermost.join()).isEqualTo("value");
            CompletableFuture<Object> again = new CompletableFuture<>();
            outermost = again;
            for (int i = 0; i < 30_000; i++) {
                CompletableFuture<Object> inner = outermost;
                outermost = hot(i % 2 == 0 ? waitFor(inner, NEVER) : race(inner));
            }
            outermost.cancel(true);
            assertThat(again).isCancelled();
        });
    }

    // ---- stages among what needs a loop ------------------------------------------------------------------------------------------

    @Test
    void severalWhoAwaitOneGoOnInTheirOrder() {
        Log log = new Log();
        VirtualTime.run(coroutine(() -> {
            CompletableFuture<Object> stage = new CompletableFuture<>();
            Awaitable<Object> shared = from(stage);
            List<Task<Object>> tasks = IntStream.range(0, 5).mapToObj(i -> createTask(noting(log, i, shared))).toList();
            await(yieldNow());
            await(yieldNow());
            stage.complete("value");
            await(gather(tasks));
            return Coroutine.done();
        }));
        assertThat(log.entries()).containsExactly(0, 1, 2, 3, 4);
    }

    @Async
    private static Coroutine<Object> noting(Log log, int number, Awaitable<Object> shared) {
        Object value = await(shared);
        log.add(number);
        return Coroutine.of(value);
    }

    @Test
    void stagesAreTakenInTheOrderInWhichTheyEnd() {
        Log log = new Log();
        VirtualTime.run(coroutine(() -> {
            CompletableFuture<String> a = new CompletableFuture<>();
            CompletableFuture<String> b = new CompletableFuture<>();
            AsCompleted<String> ends = asCompleted(a, b, a);
            b.complete("b");
            Coroutines.currentLoop().callLater(NEVER, () -> a.complete("a"));
            for (Coroutine<String> each : ends) {
                log.add(await(each));
            }
            for (Coroutine<String> each : asCompleted(List.of(new CompletableFuture<String>()), NEVER)) {
                log.add(await(Programs.failureOf(each)).getClass().getSimpleName());
            }
            for (Coroutine<String> each : asCompleted(Coroutine.of("c"), Coroutines.sleep(NEVER, "d"))) {
                log.add(await(each));
            }
            return Coroutine.done();
        }));
        assertThat(log.entries()).containsExactly("b", "a", "AsyncTimeoutException", "c", "d");
    }

    @Test
    void whatNeedsALoopSaysSo() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> asCompleted(stage), () -> asCompleted(List.of(stage), NEVER),
                () -> asCompleted(Coroutine.done()), () -> asCompleted(List.of(Coroutine.done()), NEVER))) {
            assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessage("no running event loop: asCompleted works only inside"
                    + " Coroutines.run(...) or another running EventLoop, on the loop's thread; elsewhere use TaskGroup.open(g -> ...);"
                    + " a method that returns a CompletableFuture starts at once anyway");
        }
        stage.complete("ended");
        assertThat(Programs.hot(() -> TaskGroup.open(g -> Coroutine.of(await(asCompleted(stage).results().toList())))).join()).isEqualTo(List.of("ended"));
    }
}
