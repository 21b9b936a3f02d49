package org.asyncjava.examples.asyncio;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Coroutines that do nothing but end in some way, and what they have logged. */
final class Actors {
    final List<Object> log = new ArrayList<>();

    static Duration millis(long count) {
        return Duration.ofMillis(count);
    }

    /** Sleeps, then results in its name. */
    @Async
    Coroutine<String> ok(String name, long millis) {
        try {
            await(sleep(millis(millis)));
            log.add(name);
            return Coroutine.of(name);
        } catch (CancellationException cancelled) {
            log.add(name + " cancelled");
            throw cancelled;
        }
    }

    /** Sleeps, then fails. */
    @Async
    Coroutine<String> bad(String name, long millis) {
        await(sleep(millis(millis)));
        throw new IllegalArgumentException(name);
    }

    /** Sleeps long; fails when it is cancelled. */
    @Async
    Coroutine<String> failsWhenCancelled(String name) {
        try {
            await(sleep(millis(1000)));
            return Coroutine.of(name);
        } finally {
            log.add(name + " fails");
            throwing(name);
        }
    }

    private static void throwing(String name) {
        throw new IllegalStateException(name);
    }

    /** Sleeps long; results in its name also when it is cancelled. */
    @Async
    Coroutine<String> stubborn(String name) {
        try {
            await(sleep(millis(1000)));
        } catch (CancellationException ignored) {
            log.add(name + " goes on");
        }
        return Coroutine.of(name);
    }
}
