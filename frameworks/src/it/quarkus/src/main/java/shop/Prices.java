package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import org.asyncjava.Async;

/** Somebody else's prices: asking takes a while. */
@ApplicationScoped
public class Prices {
    @Async
    public CompletableFuture<Integer> priceOf(String name) {
        await(sleep(Duration.ofMillis(5)));
        if (name.equals("unknown")) {
            throw new NotFoundException("nobody sells " + name);
        }
        return CompletableFuture.completedFuture(name.length());
    }
}
