package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import org.asyncjava.Async;

/** Somebody else's prices: asking takes a while. */
@Singleton
public class Prices {
    @Async
    public CompletableFuture<Integer> priceOf(String name) {
        await(sleep(Duration.ofMillis(5)));
        if (name.equals("unknown")) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "nobody sells " + name);
        }
        return CompletableFuture.completedFuture(name.length());
    }
}
