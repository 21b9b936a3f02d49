package org.asyncjava.examples.dispatchers;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** An async method that notes where it is after each await. */
final class Journey {
    private Journey() {
    }

    /**
     * Awaits what other threads complete, a timer, a coroutine and another async method.
     *
     * @param place tells where the code runs
     * @return the places: at the start, and after each of the five awaits
     */
    @Async
    static CompletableFuture<List<Object>> of(Supplier<Object> place) {
        List<Object> places = new ArrayList<>();
        places.add(place.get());
        await(Elsewhere.compute(1));
        places.add(place.get());
        await(Coroutines.sleep(Duration.ofMillis(1)));
        places.add(place.get());
        await(coroutine());
        places.add(place.get());
        await(called());
        places.add(place.get());
        try {
            await(CompletableFuture.failedFuture(new IllegalStateException()));
        } catch (IllegalStateException expected) {
            await(Elsewhere.compute(2));
            places.add(place.get());
        }
        return CompletableFuture.completedFuture(places);
    }

    @Async
    private static Coroutine<Integer> coroutine() {
        return Coroutine.of(await(Elsewhere.compute(3)) + 1);
    }

    @Async
    private static CompletableFuture<Integer> called() {
        return CompletableFuture.completedFuture(await(Elsewhere.compute(4)) + 1);
    }
}
