package org.asyncjava.examples.dispatchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.runtime.Dispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A Vert.x context: several of them share a thread, so the context is the dispatcher and not the thread. */
class VertxTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aMethodThatIsCalledInAContextGoesOnInThatContext() throws Exception {
        Context context = vertx.getOrCreateContext();
        CompletableFuture<List<Object>> places = new CompletableFuture<>();
        context.runOnContext(none -> inContext(context).thenAccept(places::complete));
        assertThat(places.get()).isEqualTo(Collections.nCopies(6, context));
    }

    private static CompletableFuture<List<Object>> inContext(Context context) {
        return Dispatcher.call(work -> context.runOnContext(none -> work.run()), () -> Journey.of(Vertx::currentContext));
    }
}
