package org.asyncjava.examples.spring;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.withTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.ExceptionGroup;
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
        AsyncSemaphore atOnce = new AsyncSemaphore(AT_ONCE);
        return completedFuture(await(withTimeout(limit, timeout -> TaskGroup.open(group -> {
            List<Task<Integer>> prices = new ArrayList<>();
            for (String name : names) {
                prices.add(group.createTask(atOnce.with(() -> price(name))));
            }
            return Coroutine.of(await(gather(prices)));
        }))));
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

    /** Groups tell of all that has failed: of the first that did, in any case. */
    @ExceptionHandler(ExceptionGroup.class)
    @ResponseStatus(HttpStatus.BAD_GATEWAY)
    public String closed(ExceptionGroup failures) {
        return failures.exceptions().get(0).getMessage();
    }

    @ExceptionHandler(AsyncTimeoutException.class)
    @ResponseStatus(HttpStatus.GATEWAY_TIMEOUT)
    public void tooLate() {
        // the status says it all
    }
}
