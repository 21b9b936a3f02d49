package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static CompletableFuture<Integer> later(int value) {
        return new CompletableFuture<Integer>().completeOnTimeout(value, 5, TimeUnit.MILLISECONDS);
    }

    @Test
    void suspending() {
        assertEquals(5, Shop.total(later(2), later(1)).join());
    }

    @Test
    void failing() {
        CompletableFuture<Integer> failed = CompletableFuture.failedFuture(new IllegalStateException("closed"));
        assertThrows(CompletionException.class, () -> Shop.total(failed, later(1)).join());
    }
}
