package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Tests that run in other orders than asyncio's, and are cancelled at each await. */
class ExplorationTest {
    private static final Runnable NOTHING = () -> { };

    /** Loses an update when two deposits read the same balance. */
    private static final class Account {
        private int balance;

        @Async
        Coroutine<Void> depositInTwoSteps(int amount) {
            int before = balance;
            await(Coroutines.sleep(Duration.ofMillis(1)));
            balance = before + amount;
            return Coroutine.done();
        }
    }

    @Test
    void aLostUpdateIsFoundInAnyOrder() {
        AsyncConsumer<TestLoop> program = test -> {
            Account account = new Account();
            await(Coroutines.gather(account.depositInTwoSteps(1), account.depositInTwoSteps(1)));
            assertThat(account.balance).isEqualTo(2);
            return Coroutine.done();
        };

        assertThatThrownBy(() -> TestLoop.explore(10, program)).hasMessageContaining("expected: 2").hasMessageNotContaining("schedule");
    }

    /** Right in asyncio's order, in which the writer is always first. */
    @Async
    private static Coroutine<Void> readAfterWrite() {
        List<String> log = new ArrayList<>();
        Task<Void> writer = Coroutines.createTask(note(log, "written"));
        Task<Void> reader = Coroutines.createTask(note(log, "read"));
        await(writer);
        await(reader);
        assertThat(log).containsExactly("written", "read");
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> note(List<String> log, String what) {
        await(Coroutines.yieldNow());
        log.add(what);
        return Coroutine.done();
    }

    @Test
    void whatDependsOnTheOrderIsFoundAndShrunkToOneSwitch() {
        for (long seed = 0; seed < 10; seed++) {
            AssertionError failure = failureOf(seed, test -> readAfterWrite());

            assertThat(failure).hasMessageContaining("[\"read\", \"written\"]").hasMessageContaining("who ran when")
                    .hasMessageContaining("note (ExplorationTest.java:");
            assertThat(scheduleIn(failure)).matches("-?\\d+/\\d+\\.\\d+");
        }
    }

    private static AssertionError failureOf(long seed, AsyncConsumer<TestLoop> program) {
        try {
            TestLoop.explore(1000, seed, program);
        } catch (AssertionError failure) {
            return failure;
        }
        throw new AssertionError("nothing found with seed " + seed);
    }

    private static String scheduleIn(AssertionError failure) {
        String text = failure.getMessage().substring(failure.getMessage().indexOf("TestLoop.replay(\"") + "TestLoop.replay(\"".length());
        return text.substring(0, text.indexOf('"'));
    }

    @Test
    void aFailureIsReplayedFromWhatItPrints() {
        AssertionError failure = failureOf(3, test -> readAfterWrite());

        assertThatThrownBy(() -> TestLoop.replay(scheduleIn(failure), test -> readAfterWrite()))
                .hasMessageContaining("[\"read\", \"written\"]").hasMessageContaining(scheduleIn(failure));
        TestLoop.replay("0", test -> readAfterWrite());
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        for (String bad : List.of("", "x", "1/2", "1/2.1/", "1/2.1-2.1", "1//x", "1/2.1/3/4", "1/-2.1", "1//+", "1//0+", "1//-1")) {
            assertThatThrownBy(() -> TestLoop.replay(bad, test -> Coroutine.done())).as(bad).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a schedule: \"" + bad + "\"");
        }
    }

    @Test
    void allOrdersOfASmallTestAreRun() {
        Set<List<String>> seen = new HashSet<>();
        int[] runs = {0};
        TestLoop.explore(1000, test -> {
            runs[0]++;
            List<String> log = new ArrayList<>();
            await(Coroutines.gather(note(log, "a"), note(log, "b"), note(log, "c")));
            seen.add(log);
            return Coroutine.done();
        });

        assertThat(seen).hasSize(6);
        assertThat(runs[0]).isLessThanOrEqualTo(1000);
    }

    @Test
    void whereThereIsNoOtherOrderItRunsOnce() {
        int[] runs = {0};
        TestLoop.explore(1000, test -> {
            runs[0]++;
            await(Coroutines.sleep(Duration.ofHours(1)));
            return Coroutine.done();
        });

        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void callbacksKeepTheirOrder() {
        TestLoop.explore(200, test -> {
            List<Integer> log = new ArrayList<>();
            Deferred<Integer> done = new Deferred<>(test.loop());
            done.addDoneCallback(outcome -> log.add(0));
            Task<Void> other = Coroutines.createTask(note(new ArrayList<>(), "other"));
            done.addDoneCallback(outcome -> log.add(1));
            test.loop().callSoon(() -> log.add(-1));
            done.complete(7);
            test.loop().callSoon(() -> log.add(2));
            await(other);
            await(Coroutines.yieldNow());
            assertThat(log).containsExactly(-1, 0, 1, 2);
            return Coroutine.done();
        });
    }

    @Async
    private static Coroutine<Void> takeBoth(AsyncLock one, AsyncLock other, int later) {
        for (int i = 0; i < later; i++) {
            await(Coroutines.yieldNow());
        }
        try (var first = await(one.hold())) {
            await(Coroutines.yieldNow());
            try (var second = await(other.hold())) {
                await(Coroutines.yieldNow());
            }
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> takeInTwoOrders(int later) {
        AsyncLock a = new AsyncLock();
        AsyncLock b = new AsyncLock();
        await(Coroutines.gather(takeBoth(a, b, 0), takeBoth(b, a, later)));
        return Coroutine.done();
    }

    @Test
    void locksTakenInTwoOrdersAreADeadlockThatIsNamed() {
        for (int later : new int[] {0, 3}) {
            assertThat(failureOf(0, test -> takeInTwoOrders(later))).hasMessageContaining("deadlock: nothing can run any more")
                    .hasMessageContaining("takeBoth (ExplorationTest.java:")
                    .hasMessageContaining("waits for <AsyncLock locked, waiters:1>, last taken by Task-");
        }
    }

    @Test
    void whatWaitsForWhatNobodyDoesIsADeadlockInAsyncioOrderToo() {
        assertThatThrownBy(() -> TestLoop.explore(5, test -> new AsyncEvent().whenSet()))
                .isInstanceOf(AssertionError.class).hasMessageContaining("waits for <AsyncEvent unset, waiters:1>");
    }

    @Test
    void aTaskThatGivesWayUntilAnotherIsDoneEnds() {
        TestLoop.explore(300, test -> {
            boolean[] done = {false};
            Task<Void> waiting = Coroutines.createTask(giveWayUntil(done));
            Task<Void> doing = Coroutines.createTask(set(done));
            await(waiting);
            await(doing);
            return Coroutine.done();
        });
    }

    @Async
    private static Coroutine<Void> giveWayUntil(boolean[] done) {
        while (!done[0]) {
            await(Coroutines.yieldNow());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> set(boolean[] done) {
        await(Coroutines.yieldNow());
        done[0] = true;
        return Coroutine.done();
    }

    @Test
    void randomNumbersAndCalendarComeFromTheSeed() {
        List<Object> once = new ArrayList<>();
        List<Object> again = new ArrayList<>();
        TestLoop.explore(20, 5, worldOf(once));
        TestLoop.explore(20, 5, worldOf(again));

        assertThat(again).isEqualTo(once);
        assertThat(new HashSet<>(once)).hasSizeGreaterThan(4);
        try (TestLoop test = new TestLoop()) {
            assertThat(test.calendar().instant()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
            test.advanceBy(Duration.ofSeconds(3));
            assertThat(test.calendar().instant()).isEqualTo(Instant.parse("2000-01-01T00:00:03Z"));
        }
    }

    private static AsyncConsumer<TestLoop> worldOf(List<Object> seen) {
        return test -> {
            await(Coroutines.gather(note(new ArrayList<>(), "a"), note(new ArrayList<>(), "b")));
            seen.add(test.random().nextInt());
            seen.add(test.calendar().instant());
            return Coroutine.done();
        };
    }

    /** A pool of one, for programs that use it more or less well. */
    private static final class Pool {
        private final AsyncSemaphore free = AsyncSemaphore.bounded(1);
        private int cleanedUp;

        @Async
        Coroutine<Void> wellUsed() {
            await(free.acquire());
            try {
                await(Coroutines.yieldNow());
            } finally {
                free.release();
                cleanedUp++;
            }
            return Coroutine.done();
        }

        @Async
        Coroutine<Void> badlyUsed() {
            await(free.acquire());
            await(Coroutines.yieldNow());
            free.release();
            return Coroutine.done();
        }
    }

    @Test
    void whatGivesEverythingBackPassesWhereverItIsCancelled() {
        TestLoop.cancelAtEachAwait(20, test -> {
            Pool pool = new Pool();
            Task<Void> other = Coroutines.createTask(pool.wellUsed());
            try {
                await(Coroutines.yieldNow());
                await(pool.wellUsed());
            } finally {
                await(other);
            }
            return Coroutine.done();
        }, NOTHING);
    }

    @Test
    void aLostPermitIsFoundWithTheLineOfTheAwait() {
        assertThatThrownBy(() -> TestLoop.cancelAtEachAwait(test -> new Pool().badlyUsed(), NOTHING))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("fails under schedule 1 of 1, cancelled at await 1")
                .hasMessageContaining("something was not given back: <AsyncSemaphore locked>")
                .hasMessageContaining("ExplorationTest$Pool.badlyUsed (ExplorationTest.java:")
                .hasMessageContaining("@AsyncTest(replay = \"0//1\")");
    }

    /** Keeps what has been handed to it when it is cancelled at the same time: nobody gives it back. */
    @Async
    private static Coroutine<Void> dropsWhatItIsGiven(List<String> lent) {
        Deferred<String> handedOver = new Deferred<>();
        Coroutines.currentLoop().callSoon(() -> {
            if (!handedOver.isDone()) {
                lent.add("connection");
                handedOver.complete("connection");
            }
        });
        String connection = await(handedOver);
        lent.remove(connection);
        return Coroutine.done();
    }

    @Test
    void whatArrivesTogetherWithTheCancellationIsFoundToBeLost() {
        List<String> lent = new ArrayList<>();
        assertThatThrownBy(() -> TestLoop.cancelAtEachAwait(test -> dropsWhatItIsGiven(lent), () -> assertThat(lent).isEmpty()))
                .isInstanceOf(AssertionError.class).hasMessageContaining("fails under schedule 1 of 1, cancelled at await 1, which is over")
                .hasMessageContaining("@AsyncTest(replay = \"0//1+\")");
        lent.clear();
        assertThatThrownBy(() -> TestLoop.replay("0//1+", test -> dropsWhatItIsGiven(lent), () -> assertThat(lent).isEmpty())).isInstanceOf(AssertionError.class);
        lent.clear();
        TestLoop.replay("0//1", test -> dropsWhatItIsGiven(lent), () -> assertThat(lent).isEmpty());
    }

    @Test
    void theInvariantIsCheckedAfterEachRun() {
        Pool pool = new Pool();
        int[] checks = {0};
        TestLoop.cancelAtEachAwait(test -> pool.wellUsed(), () -> {
            checks[0]++;
            assertThat(pool.cleanedUp).isEqualTo(checks[0]);
        });

        assertThat(checks[0]).isEqualTo(3);
    }

    @Async
    private static Coroutine<Void> swallows() {
        try {
            await(Coroutines.sleep(Duration.ofSeconds(1)));
        } catch (CancellationException swallowed) {
            assertThat(swallowed).isNotNull();
        }
        return Coroutine.done();
    }

    @Test
    void aSwallowedCancellationIsFound() {
        assertThatThrownBy(() -> TestLoop.cancelAtEachAwait(test -> swallows(), NOTHING)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("its CancellationException was swallowed").hasMessageContaining("ExplorationTest.swallows (ExplorationTest.java:");
    }

    @Async
    private static Coroutine<Void> leavesATask() {
        Task<Void> left = Coroutines.createTask(new Account().depositInTwoSteps(1));
        await(Coroutines.yieldNow());
        await(left);
        return Coroutine.done();
    }

    @Test
    void aTaskThatIsLeftWhenItIsCancelledIsFound() {
        assertThatThrownBy(() -> TestLoop.cancelAtEachAwait(test -> leavesATask(), NOTHING)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("not finished at the end of the test").hasMessageContaining("cancelled at await 1");
    }

    private static final class Rows {
        private int closed;

        @Async
        AsyncIterable<Integer> all() {
            try {
                for (int i = 0; i < 3; i++) {
                    await(Coroutines.yieldNow());
                    emit(i);
                }
            } finally {
                closed++;
            }
            return end();
        }

        @Async
        Coroutine<Integer> first() {
            AsyncIterator<Integer> rows = all().iterator();
            await(rows.advance());
            await(Coroutines.yieldNow());
            int first = rows.current();
            await(rows.closeAsync());
            return Coroutine.of(first);
        }

        @Async
        Coroutine<Integer> firstInALoop() {
            for (int row : each(all())) {
                await(Coroutines.yieldNow());
                return Coroutine.of(row);
            }
            return Coroutine.of(-1);
        }
    }

    @Test
    void aGeneratorThatIsNotClosedWhenItIsCancelledIsFound() {
        assertThatThrownBy(() -> TestLoop.cancelAtEachAwait(test -> {
            assertThat(await(new Rows().first())).isZero();
            return Coroutine.done();
        }, NOTHING)).isInstanceOf(AssertionError.class).hasMessageContaining("cancelled at its await 2, ")
                .hasMessageContaining("a generator was not closed: <ExplorationTest$Rows.all() running at ExplorationTest.java:");
        TestLoop.cancelAtEachAwait(test -> {
            assertThat(await(new Rows().firstInALoop())).isZero();
            return Coroutine.done();
        }, NOTHING);
    }

    @Async
    private static Coroutine<Void> replacesTheCancellation() {
        try {
            await(Coroutines.yieldNow());
        } finally {
            throwing();
        }
        return Coroutine.done();
    }

    private static void throwing() {
        throw new IllegalStateException("in the clean-up");
    }

    @Test
    void aFailureOfTheCleanUpIsNoCancellation() {
        int[] runs = {0};
        AsyncConsumer<TestLoop> program = test -> {
            runs[0]++;
            if (runs[0] > 1) {
                await(replacesTheCancellation());
            } else {
                await(Coroutines.yieldNow());
            }
            return Coroutine.done();
        };
        assertThatThrownBy(() -> TestLoop.cancelAtEachAwait(program, NOTHING)).hasMessageContaining("in the clean-up");
    }

    @Test
    void aFailureIsThrownAtEachAwaitInTheSameWay() {
        List<String> log = new ArrayList<>();
        Consumer<String> note = log::add;
        TestLoop.failAtEachAwait(() -> new IllegalStateException("no network"), test -> {
            for (int i = 1; i <= 3; i++) {
                try {
                    await(Coroutines.sleep(Duration.ofSeconds(i)));
                    note.accept("slept " + i);
                } catch (IllegalStateException failure) {
                    note.accept(failure.getMessage() + " " + i);
                }
            }
            return Coroutine.done();
        }, () -> note.accept("-"));

        assertThat(log).containsExactly("slept 1", "slept 2", "slept 3", "-", "no network 1", "slept 2", "slept 3", "-",
                "slept 1", "no network 2", "slept 3", "-", "slept 1", "slept 2", "no network 3", "-");
    }

    @Test
    void runsFollowOneAnother() {
        Exploration exploration = Exploration.of(2, false, 0);
        exploration.next();
        assertThatThrownBy(exploration::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("schedule 1 of 2 has not ended");
        assertThatThrownBy(() -> Exploration.of(0, false, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTestThatDoesNotRepeatItselfIsToldSo() {
        boolean[] failed = {false};
        assertThatThrownBy(() -> TestLoop.explore(100, test -> {
            List<String> log = new ArrayList<>();
            await(Coroutines.gather(note(log, "a"), note(log, "b")));
            if (!failed[0] && log.get(0).equals("b")) {
                failed[0] = true;
                throw new IllegalStateException("once");
            }
            return Coroutine.done();
        })).isInstanceOf(AssertionError.class).hasMessageContaining("but not when it was repeated").hasMessageContaining("something else than what the schedule says");
    }
}
