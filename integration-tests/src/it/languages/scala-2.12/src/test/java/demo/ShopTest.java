package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void theSingletonSuspendsAndKeepsItsFields() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        CompletableFuture<String> total = Shop.total(List.of(first, second));
        first.complete(1);
        second.complete(1);
        assertEquals("shop 7: 9 small, 2 sold", total.join());
    }

    @Test
    void theClassIsNoLongerOfJava8() throws Exception {
        byte[] classFile = Shop.class.getResourceAsStream("Shop$.class").readAllBytes();
        assertEquals(55, classFile[7]);
    }
}
