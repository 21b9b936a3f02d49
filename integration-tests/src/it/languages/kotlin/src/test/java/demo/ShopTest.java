package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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
}
