package org.asyncjava.examples.spring;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.mapConcurrently;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** No thread waits while shops are asked. When a shop fails, time is up or the future is cancelled, those that are still being asked are cancelled. */
@RestController
public class PriceController {
    private static final int AT_ONCE = 2;

    private final Shops shops;

    public PriceController(Shops shops) {
        this.shops = shops;
    }

    /** The prices of many shops, of which a few are asked at a time. */
    @Async
    @GetMapping("/prices")
    public CompletableFuture<List<Integer>> prices(@RequestParam List<String> names, @RequestParam(defaultValue = "PT2S") Duration limit) {
        return completedFuture(await(waitFor(mapConcurrently(names, AT_ONCE, this::price), limit)));
    }

    /** The first of two shops that is cheap enough; otherwise the cheaper one's price. */
    @Async
    @GetMapping("/best")
    public CompletableFuture<Integer> best(@RequestParam String first, @RequestParam String second, @RequestParam int cheap) {
        return completedFuture(await(TaskGroup.open(group -> {
            Task<Integer> other = group.createTask(price(second));
            int price = await(shops.price(first));
            if (price <= cheap) {
                other.cancel();
                return Coroutine.of(price);
            }
            return Coroutine.of(Math.min(price, await(other)));
        })));
    }

    @Async
    private Coroutine<Integer> price(String shop) {
        return Coroutine.of(await(shops.price(shop)));
    }

    @ExceptionHandler(AsyncTimeoutException.class)
    @ResponseStatus(HttpStatus.GATEWAY_TIMEOUT)
    public void tooLate() {
        // the status says it all
    }
}
