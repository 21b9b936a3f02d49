package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void suspendsInTheLoopInTheTryAndInTheBranch() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> failing = new CompletableFuture<>();
        CompletableFuture<Integer> last = new CompletableFuture<>();
        CompletableFuture<String> total = new Shop().total(List.of(first, failing, last));
        first.complete(5);
        failing.completeExceptionally(new IllegalStateException("closed"));
        last.complete(7);
        assertEquals("11 small 5", total.join());
    }

    @Test
    void anEntryPointWaits() {
        assertEquals(2, new Shop().count(CompletableFuture.supplyAsync(() -> List.of(3, 4))));
    }

    @Test
    void withoutSuspension() {
        assertEquals("12 large 12", new Shop().total(List.of(CompletableFuture.completedFuture(12))).join());
    }

    @Test
    void goesThroughElementsByHandAndClosesThem() {
        List<Integer> taken = new ArrayList<>();
        assertEquals(5, new Shop().firstAbove(2, () -> new Prices(List.of(1, 5, 7).iterator(), taken)).join());
        assertEquals(List.of(1, 5, -1), taken);
    }

    /** Adds what it hands out, and -1 when it is closed. */
    private static final class Prices implements AsyncIterator<Integer> {
        private final Iterator<Integer> prices;
        private final List<Integer> taken;

        Prices(Iterator<Integer> prices, List<Integer> taken) {
            this.prices = prices;
            this.taken = taken;
        }

        @Override
        public Coroutine<Boolean> advance() {
            if (!prices.hasNext()) {
                return Coroutine.of(false);
            }
            taken.add(prices.next());
            return Coroutine.of(true);
        }

        @Override
        public Integer current() {
            return taken.get(taken.size() - 1);
        }

        @Override
        public Coroutine<Void> closeAsync() {
            taken.add(-1);
            return Coroutine.done();
        }
    }
}
