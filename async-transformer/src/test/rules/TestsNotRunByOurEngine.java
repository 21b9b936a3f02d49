package org.asyncjava.junit;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Tests of async-junit where its engine does not look. */
class TestsNotRunByOurEngine {
    @Async
    @AsyncTest
    Coroutine<String> awaits(CompletableFuture<String> source) {
        return Coroutine.of(await(source));
    }

    class Nested {
        @Async
        @AsyncTest
        Coroutine<String> inner(CompletableFuture<String> source) { // AJ108
            return Coroutine.of(await(source));
        }
    }

    static class StaticallyNested {
        @Async
        @AsyncTest
        Coroutine<String> nested(CompletableFuture<String> source) {
            return Coroutine.of(await(source));
        }
    }

    interface Shared {
        @AsyncTest
        default Coroutine<Void> inherited() {
            return Coroutine.done();
        }
    }
}

@interface AsyncTest {
}
