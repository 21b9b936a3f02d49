package org.junit.jupiter.api;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Tests that JUnit passes over. */
class TestsNotRun {
    @Async
    @Test
    Coroutine<Void> awaits(CompletableFuture<String> source) { // AJ108
        await(source);
        return Coroutine.done();
    }

    @Async
    @org.junit.jupiter.api.Test
    CompletableFuture<String> future(CompletableFuture<String> source) { // AJ108
        return CompletableFuture.completedFuture(await(source));
    }

    @RepeatedTest
    CompletionStage<String> notEvenAsync(CompletableFuture<String> source) { // AJ108
        return source;
    }

    @Test
    void withoutResult() {
    }

    @Test
    String ofNoInterest() {
        return "";
    }

    @BeforeEach
    Coroutine<Void> setUp() {
        return Coroutine.done();
    }

    @Test
    @SuppressWarnings("AJ108")
    CompletionStage<String> suppressed(CompletableFuture<String> source) { // AJ108 suppressed
        return source;
    }
}

@interface Test {
}

@interface RepeatedTest {
}

@interface BeforeEach {
}
