package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.junit.RealTime;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;

/** What users of Awaitility write in tests that await. {@code await()} is Awaitility's, {@code await(x)} async-java's. */
class AwaitilityTest {
    /** Counts what comes in, an item a minute. */
    private static final class Stock {
        private final List<String> items = new ArrayList<>();
        private final AsyncEvent full = new AsyncEvent();

        @Async
        Coroutine<Void> fill(int count) {
            while (items.size() < count) {
                await(sleep(Duration.ofMinutes(1)));
                items.add("item " + items.size());
            }
            full.set();
            return Coroutine.done();
        }
    }

    private final Stock stock = new Stock();

    /** Asks again and again: in virtual time that costs none. */
    @Async
    private static Coroutine<Void> until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            await(sleep(Duration.ofMillis(100)));
        }
        return Coroutine.done();
    }

    /** Tries again until it no longer fails. The last failure is what the limit's exception is caused by, if there is one. */
    @Async
    private static Coroutine<Void> untilAsserted(Runnable assertion, Duration limit) {
        Task<Void> passed = createTask(until(() -> passes(assertion)));
        await(waitAll(List.of(passed), limit));
        if (!passed.isDone()) {
            passed.cancel();
            assertion.run();
        }
        return Coroutine.done();
    }

    private static boolean passes(Runnable assertion) {
        try {
            assertion.run();
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    @AsyncTest
    void bestIsAnEvent(TestLoop test) {
        createTask(stock.fill(3));
        await(waitFor(stock.full.whenSet(), Duration.ofMinutes(5)));
        assertThat(test.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @AsyncTest
    void aConditionIsAskedAgainInVirtualTime(TestLoop test) {
        createTask(stock.fill(3));
        await(waitFor(until(() -> stock.items.size() == 3), Duration.ofMinutes(5)));
        assertThat(test.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @AsyncTest
    void aLimitIsReachedInNoTime() {
        Task<Void> filling = createTask(stock.fill(10));
        Task<Void> limited = createTask(waitFor(until(() -> stock.items.size() == 10), Duration.ofMinutes(5)));
        await(waitAll(limited));
        assertThat(limited.exception()).isInstanceOf(AsyncTimeoutException.class);
        filling.cancel();
    }

    @AsyncTest
    void anAssertionIsTriedAgain() {
        createTask(stock.fill(3));
        await(untilAsserted(() -> assertThat(stock.items).hasSize(2), Duration.ofMinutes(5)));
        Task<Void> never = createTask(untilAsserted(() -> assertThat(stock.items).hasSize(9), Duration.ofMinutes(5)));
        await(waitAll(never));
        assertThat(never.exception()).isInstanceOf(AssertionError.class).hasMessageContaining("9");
    }

    /** With the clock in one's hand nothing is waited for at all. */
    @Test
    void orTimePassesStepByStep() {
        try (TestLoop test = new TestLoop()) {
            test.start(stock.fill(2));
            test.advanceBy(Duration.ofSeconds(119));
            assertThat(stock.items).hasSize(1);
            test.advanceBy(Duration.ofSeconds(1));
            assertThat(stock.items).hasSize(2);
        }
    }

    /** It would keep the loop from bringing about what it waits for. */
    @AsyncTest
    void onTheLoopsThreadItBlocks() {
        assertThatThrownBy(() -> await().until(() -> true)).isInstanceOf(BlockingOperationError.class);
    }

    /** Of what threads of the program's own do, virtual time knows nothing. */
    @RealTime
    @AsyncTest
    void onAnotherThreadItMay() {
        AtomicBoolean up = new AtomicBoolean();
        new Thread(() -> up.set(true)).start();
        await(toThread(() -> {
            await().until(up::get);
            return null;
        }));
        assertThat(up).isTrue();
    }

    @Test
    void soItMayInATestThatDoesNotAwait() {
        AtomicBoolean up = new AtomicBoolean();
        new Thread(() -> up.set(true)).start();
        await().untilTrue(up);
    }
}
