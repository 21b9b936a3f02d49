package demo;

import static org.asyncjava.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

class ModuleTest {
    @Async
    private CompletableFuture<Integer> asked() {
        CompletableFuture<Integer> later = new CompletableFuture<Integer>().completeOnTimeout(1, 5, TimeUnit.MILLISECONDS);
        return CompletableFuture.completedFuture(await(Shop.total(later, later)));
    }

    @Test
    void inANamedModule() {
        assertTrue(Shop.class.getModule().isNamed());
        assertEquals(4, asked().join());
    }
}
