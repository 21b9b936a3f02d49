package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static <T> CompletableFuture<T> later(T value) {
        return new CompletableFuture<T>().completeOnTimeout(value, 5, TimeUnit.MILLISECONDS);
    }

    @Test
    void valAndBuilder() {
        Offer offer = new Shop().cheaper(later(new Offer("a", 2)), later(new Offer("b", 1))).join();
        assertEquals(new Offer("a or b", 1), offer);
    }

    @Test
    void sneakyThrows() {
        assertEquals("open", new Shop().closed(later("")).join());
        CompletionException failure = assertThrows(CompletionException.class, () -> new Shop().closed(later("holiday")).join());
        assertInstanceOf(IOException.class, failure.getCause());
    }

    @Test
    void mapper() {
        assertEquals(new OfferView("a", 2), Views.INSTANCE.later(later(new Offer("a", 2))).join());
    }
}
