package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.AutoCloseableSoftAssertions;
import org.assertj.core.api.SoftAssertions;
import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** What users of AssertJ write in tests that await. */
class AssertionsTest {
    private static final Map<String, Double> PRICES = Map.of("bakery", 2.4, "market", 1.95);

    @Async
    private static Coroutine<Double> price(String shop) {
        await(sleep(Duration.ofMinutes(1)));
        if (!PRICES.containsKey(shop)) {
            throw new NoSuchElementException("no shop " + shop);
        }
        return Coroutine.of(PRICES.get(shop));
    }

    @Async
    private static CompletableFuture<Double> priceLater(String shop) {
        return CompletableFuture.completedFuture(await(price(shop)));
    }

    /** Null where nothing was thrown. */
    @Async
    private static <T> Coroutine<Throwable> thrownBy(AsyncSupplier<T> code) {
        try {
            await(code.call());
            return Coroutine.of(null);
        } catch (Throwable thrown) {
            return Coroutine.of(thrown);
        }
    }

    @AsyncTest
    void aValueIsAwaitedWhereItIsAsserted() {
        assertThat(await(price("bakery"))).isEqualTo(2.4);
    }

    @AsyncTest
    void manyAreAwaitedBeforeTheLambdasThatLookAtEach() {
        assertThat(await(gather(price("bakery"), price("market")))).allSatisfy(price -> assertThat(price).isBetween(1.0, 3.0));
    }

    @AsyncTest
    void whatIsThrownIsCaughtByAnAsyncLambda() {
        assertThat(await(thrownBy(() -> {
            await(price("bakery"));
            return price("attic");
        }))).isInstanceOf(NoSuchElementException.class).hasMessage("no shop attic");
    }

    @AsyncTest
    void whatATaskHasThrownIsAskedOfIt() {
        Task<Double> task = createTask(price("attic"));
        await(waitAll(task));
        assertThatThrownBy(task::result).isInstanceOf(NoSuchElementException.class);
        assertThat(task.exception()).hasMessage("no shop attic");
    }

    /** Where no loop runs, a lambda may run one. */
    @Test
    void aTestThatDoesNotAwaitRunsALoopInTheLambda() {
        TestLoop.virtualTime(() -> assertThatThrownBy(() -> run(price("attic"))).isInstanceOf(NoSuchElementException.class));
    }

    @AsyncTest
    void inATestThatAwaitsThatIsRefused() {
        assertThatThrownBy(() -> run(Coroutine.of(1))).isInstanceOf(IllegalStateException.class);
    }

    @AsyncTest
    void aFutureIsAwaitedAndThenAsserted() {
        CompletableFuture<Double> bakery = priceLater("bakery");
        CompletableFuture<Double> attic = priceLater("attic");
        assertThat(bakery).isNotDone();
        await(waitAll(bakery, attic));
        assertThat(bakery).isCompletedWithValue(2.4);
        assertThat(attic).isCompletedExceptionally();
    }

    /** {@code succeedsWithin} blocks the thread whose loop has to bring the value, and by the clock on the wall. */
    @AsyncTest
    void aLimitOfTimeIsTheLoops() {
        CompletableFuture<Double> bakery = priceLater("bakery");
        assertThatThrownBy(() -> assertThat(bakery).succeedsWithin(Duration.ofMinutes(2))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("await it instead");
        assertThat(await(waitFor(bakery, Duration.ofMinutes(2)))).isEqualTo(2.4);
    }

    @AsyncTest
    void softAssertionsAreAnObjectAndNoLambda() {
        SoftAssertions softly = new SoftAssertions();
        for (String shop : List.of("bakery", "market")) {
            softly.assertThat(await(price(shop))).as(shop).isGreaterThan(2);
        }
        assertThat(softly.errorsCollected()).singleElement().satisfies(error -> assertThat(error).hasMessageContaining("market"));
        assertThatThrownBy(softly::assertAll).isInstanceOf(AssertionError.class);
    }

    @AsyncTest
    void softAssertionsAreAResource() {
        try (AutoCloseableSoftAssertions softly = new AutoCloseableSoftAssertions()) {
            softly.assertThat(await(price("bakery"))).isEqualTo(2.4);
            softly.assertThat(await(price("market"))).isEqualTo(1.95);
        }
    }
}
