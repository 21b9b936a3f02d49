package org.asyncjava.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitAll;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The controller is a bean with the shops that Spring gives it; no server runs, and no time passes. */
@SpringJUnitConfig({PriceController.class, PricesInVirtualTimeTest.SlowShops.class})
class PricesInVirtualTimeTest {
    @Autowired
    private PriceController controller;

    /** Each takes as many minutes as its name has letters, and costs as much. */
    static class SlowShops implements Shops {
        @Async
        @Override
        public CompletableFuture<Integer> price(String shop) {
            await(sleep(Duration.ofMinutes(shop.length())));
            return CompletableFuture.completedFuture(shop.length());
        }
    }

    @AsyncTest
    void twoShopsAreAskedAtATime(TestLoop test, @Autowired Shops shops) {
        assertThat(shops).isInstanceOf(SlowShops.class);
        assertThat(await(controller.prices(List.of("bakery", "dairy", "butcher"), Duration.ofHours(1)))).isEqualTo(List.of(6, 5, 7));
        assertThat(test.elapsed()).isEqualTo(Duration.ofMinutes(5 + 7));
    }

    @AsyncTest
    void theLimitIsOneOfTheTestsClock(TestLoop test) {
        Task<List<Integer>> prices = createTask(asked("bakery", Duration.ofMinutes(5)));
        await(waitAll(prices));
        assertThat(prices.exception()).isInstanceOf(AsyncTimeoutException.class);
        assertThat(test.elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Async
    private Coroutine<List<Integer>> asked(String shop, Duration limit) {
        return Coroutine.of(await(controller.prices(List.of(shop), limit)));
    }

    @Test
    void otherTestsAreAsTheyWere(@Autowired PriceController same) {
        assertThat(same).isSameAs(controller);
    }
}
