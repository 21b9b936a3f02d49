package org.asyncjava.junit;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;

/** Tests of async-junit are entry points without a result. */
class TestsOfAsyncJunit {
    @AsyncTest
    void awaits(CompletableFuture<String> source) {
        await(source);
    }

    @AsyncTest
    Coroutine<String> hasAResult(CompletableFuture<String> source) { // AJ108
        await(source);
        return Coroutine.of("");
    }

    @Async
    @AsyncTest
    Coroutine<String> asItWas(CompletableFuture<String> source) { // AJ005 AJ108
        return Coroutine.of(await(source));
    }

    class Nested {
        @AsyncTest
        void inner(CompletableFuture<String> source) {
            await(source);
        }
    }

    interface Shared {
        @AsyncTest
        default void inherited() {
        }
    }
}

@AsyncEntry
@interface AsyncTest {
}
