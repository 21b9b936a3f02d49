package org.asyncjava.examples.dispatchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.asyncjava.runtime.Dispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A single-threaded executor. */
class SingleThreadTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> new Thread(work, "single"));

    @AfterEach
    void stop() {
        executor.shutdown();
    }

    @Test
    void onceTheThreadIsToldEachMethodThatStartsThereGoesOnThere() throws Exception {
        executor.execute(() -> Dispatcher.install(executor));
        assertThat(CompletableFuture.supplyAsync(SingleThreadTest::journey, executor).thenCompose(started -> started).get())
                .isEqualTo(Collections.nCopies(6, "single"));
    }

    @Test
    void oneCallThatStartsElsewhereGoesOnThereAfterItsFirstAwait() throws Exception {
        assertThat(Dispatcher.call(executor, SingleThreadTest::journey).get())
                .startsWith(Thread.currentThread().getName()).endsWith("single", "single", "single", "single", "single");
    }

    private static CompletableFuture<List<Object>> journey() {
        return Journey.of(() -> Thread.currentThread().getName());
    }
}
