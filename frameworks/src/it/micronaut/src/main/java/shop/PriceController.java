package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.context.ServerRequestContext;
import org.asyncjava.Async;

@Controller(produces = MediaType.TEXT_PLAIN)
public class PriceController {
    private final Prices prices;
    private final Bells bells;

    PriceController(Prices prices, Bells bells) {
        this.prices = prices;
        this.bells = bells;
    }

    @Async
    @Get("/total")
    public CompletableFuture<Integer> total(@QueryValue List<String> names) {
        int sum = 0;
        for (String name : names) {
            sum += await(prices.priceOf(name));
        }
        return CompletableFuture.completedFuture(sum);
    }

    /** Whose request it is after an await that somebody else's request ended, and on which threads. */
    @Async
    @Get("/wait")
    public CompletableFuture<String> waitFor(@QueryValue String bell) {
        String first = Thread.currentThread().getName();
        await(bells.heard(bell));
        return CompletableFuture.completedFuture(whose() + " on " + first + " and " + Thread.currentThread().getName());
    }

    /** Empty if nobody waits for the bell yet. */
    @Get("/ring")
    public String ring(@QueryValue String bell) {
        return bells.ring(bell) ? whose() : "";
    }

    private static String whose() {
        return ServerRequestContext.currentRequest().map(HttpRequest::getHeaders).map(headers -> headers.get("Tenant")).orElse("nobody");
    }
}
