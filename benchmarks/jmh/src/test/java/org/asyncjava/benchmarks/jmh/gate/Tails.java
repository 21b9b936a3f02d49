package org.asyncjava.benchmarks.jmh.gate;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Methods that end with another's result. */
final class Tails {
    private final CompletableFuture<Integer> pending = new CompletableFuture<>();

    CompletableFuture<Integer> plain() {
        return pending;
    }

    @Async
    CompletableFuture<Integer> returned() {
        return plain();
    }

    @Async
    CompletableFuture<Integer> returnedAfterAwait(CompletableFuture<Integer> done) {
        await(done);
        return plain();
    }

    @Async
    CompletableFuture<Integer> awaited() {
        return CompletableFuture.completedFuture(await(plain()));
    }
}
