package shop;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Somebody else's prices: asking takes a while. */
@Service
public class Prices {
    @Async
    public CompletableFuture<Integer> priceOf(String name) {
        await(sleep(Duration.ofMillis(5)));
        if (name.equals("unknown")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "nobody sells " + name);
        }
        return CompletableFuture.completedFuture(name.length());
    }

    /** Spring's annotation of the same name starts the method in a thread of Spring's; the body then awaits as ever. */
    @Async
    @org.springframework.scheduling.annotation.Async
    public CompletableFuture<String> inTheBackground() {
        String first = Thread.currentThread().getName();
        await(sleep(Duration.ofMillis(5)));
        return CompletableFuture.completedFuture(first);
    }
}
