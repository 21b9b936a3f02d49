package demo;

import static org.asyncjava.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

class UserTest {
    @Async
    private CompletableFuture<String> asked(CompletableFuture<String> word) {
        return CompletableFuture.completedFuture(await(Fixtures.twice(word)) + "?");
    }

    @Test
    void usesWhatAnotherModuleTransformed() {
        assertEquals("gogo?", asked(new CompletableFuture<String>().completeOnTimeout("go", 5, TimeUnit.MILLISECONDS)).join());
    }
}
