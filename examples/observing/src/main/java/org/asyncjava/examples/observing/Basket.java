package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** A failure of one of two calls in a loop, each of which has been suspended before. */
public final class Basket {
    private Basket() {
    }

    @Async
    private static Coroutine<Integer> price(String item) {
        await(Coroutines.sleep(Duration.ofMillis(1)));
        if (item.equals("pear")) {
            throw new IllegalArgumentException("no price for a " + item);
        }
        return Coroutine.of(item.length());
    }

    @Async
    private static Coroutine<Integer> total(List<String> basket) {
        int total = 0;
        for (String item : basket) {
            total += await(price(item));
        }
        return Coroutine.of(total);
    }

    /**
     * Fails.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        System.out.println(await(total(List.of("apple", "pear"))));
    }
}
