package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.springframework.beans.factory.support.ScopeNotActiveException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@RestController
public class PriceController {
    private final Prices prices;
    private final Bells bells;
    private final Basket basket;

    public PriceController(Prices prices, Bells bells, Basket basket) {
        this.prices = prices;
        this.bells = bells;
        this.basket = basket;
    }

    @Async
    @GetMapping("/total")
    public CompletableFuture<Integer> total(@RequestParam List<String> names) {
        int sum = 0;
        for (String name : names) {
            sum += await(prices.priceOf(name));
        }
        return CompletableFuture.completedFuture(sum);
    }

    /** What Spring and Spring Security keep per thread, after an await that somebody else's request ended. */
    @Async
    @GetMapping("/wait")
    public CompletableFuture<String> waitFor(@RequestParam String bell) {
        await(bells.heard(bell));
        return CompletableFuture.completedFuture(whose() + " on " + Thread.currentThread().getName());
    }

    /** Empty if nobody waits for the bell yet. */
    @GetMapping("/ring")
    public String ring(@RequestParam String bell) {
        return bells.ring(bell) ? whose() : "";
    }

    /** Spring ends the request's scope when its thread leaves, and that is at the first suspension. */
    @Async
    @GetMapping("/basket")
    public CompletableFuture<String> basketAfter(@RequestParam String bell) {
        int before = basket.size();
        await(bells.heard(bell));
        try {
            return CompletableFuture.completedFuture(before + " " + basket.size());
        } catch (ScopeNotActiveException e) {
            return CompletableFuture.completedFuture(before + " gone");
        }
    }

    private static String whose() {
        ServletRequestAttributes request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return request.getRequest().getHeader("Tenant") + " " + SecurityContextHolder.getContext().getAuthentication().getName();
    }

    @Async
    @GetMapping("/background")
    public CompletableFuture<String> background() {
        return CompletableFuture.completedFuture(await(prices.inTheBackground()));
    }
}
