package demo;

import static org.asyncjava.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void pricesThatAreThereAreAddedUpAtOnce() {
        CompletableFuture<Integer> total = new Shop().total(List.of(CompletableFuture.completedFuture(3), CompletableFuture.completedFuture(4)));
        assertEquals(7, total.join());
    }

    @Test
    void pricesThatComeLaterSuspendTheMethod() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<Integer> total = new Shop().total(List.of(first, second));
        second.completeExceptionally(new IllegalArgumentException("no price"));
        assertFalse(total.isDone());
        first.complete(5);
        assertEquals(6, total.get());
    }

    @Test
    void testsMayAwaitToo() throws Exception {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        CompletableFuture<String> label = describe(price);
        assertFalse(label.isDone());
        price.complete(9);
        assertEquals("it costs 9", label.get());
    }

    @Test
    void coroutinesRunOnALoop() {
        assertEquals("total 12", Coroutines.run(new Shop().receipt(later(12))));
    }

    @Test
    void entryPointsWait() {
        assertEquals(7, Shop.sold(List.of(CompletableFuture.completedFuture(7))));
    }

    @Test
    @AsyncEntry
    void testsMayBeEntryPoints() {
        assertEquals("total 12", await(new Shop().receipt(later(12))));
    }

    @Async
    private Coroutine<Integer> later(int number) {
        await(Coroutines.sleep(Duration.ofMillis(1)));
        return Coroutine.of(number);
    }

    @Async
    private CompletableFuture<String> describe(CompletableFuture<Integer> price) {
        return CompletableFuture.completedFuture("it " + await(new Shop().labelled(price).send()));
    }
}
