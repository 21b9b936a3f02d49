package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void suspendsInAMemberOfANest() {
        CompletableFuture<String> word = new CompletableFuture<>();
        CompletableFuture<String> basket = new Shop().basket(word);
        word.complete("bread");
        assertEquals("bread:bread1", basket.join());
    }

    @Test
    void isOfTheRelease() throws IOException {
        try (DataInputStream in = new DataInputStream(Shop.class.getResourceAsStream("Shop.class"))) {
            in.readInt();
            assertEquals(61, in.readInt());
        }
    }
}
