package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.time.Duration;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** A failure three calls deep, after each of them has waited: the stack is gone by then, and the trace names all of them. */
public final class Failure {
    private Failure() {
    }

    @Async
    private static Coroutine<Integer> price(String text) {
        await(Coroutines.sleep(Duration.ofMillis(1)));
        return Coroutine.of(Integer.parseInt(text));
    }

    @Async
    private static Coroutine<Integer> order() {
        return Coroutine.of(await(price("12")) + await(price("1O")));
    }

    @Async
    private static Coroutine<String> invoice() {
        int sum = await(order());
        return Coroutine.of("to be paid: " + sum);
    }

    /**
     * Fails.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        System.out.println(await(invoice()));
    }
}
