package org.asyncjava.examples.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.ContextInternal;

class PriceServerTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** What shops were asked for and have not answered. */
    private final BlockingQueue<CompletableFuture<Integer>> asked = new LinkedBlockingQueue<>();
    private PriceServer server;
    private String deployment;

    @AfterEach
    void stop() {
        join(vertx.close());
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void start(Duration limit) {
        server = new PriceServer(shop -> {
            CompletableFuture<Integer> price = new CompletableFuture<>();
            asked.add(price);
            return price;
        }, limit);
        deployment = join(vertx.deployVerticle(server));
    }

    private CompletableFuture<HttpResponse<String>> get(String shops) {
        URI uri = URI.create("http://localhost:" + server.port() + "/" + shops);
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void shopsAreAskedSideBySide() throws Exception {
        start(NEVER);
        CompletableFuture<HttpResponse<String>> answer = get("?shop=bakery&shop=dairy");
        CompletableFuture<Integer> bakery = asked.take();
        asked.take().complete(5);
        bakery.complete(7);
        assertThat(answer.join().body()).isEqualTo("5");
    }

    @Test
    void whatTakesTooLongIsCancelled() throws Exception {
        start(Duration.ofMillis(1));
        assertThat(get("?shop=bakery").join().statusCode()).isEqualTo(504);
        assertThat(asked.take()).isCancelled();
    }

    @Test
    void aShopThatFailsIsToldOf() throws Exception {
        start(NEVER);
        CompletableFuture<HttpResponse<String>> answer = get("?shop=bakery");
        asked.take().completeExceptionally(new IllegalStateException("closed on Sundays"));
        assertThat(answer.join().statusCode()).isEqualTo(502);
        assertThat(answer.join().body()).isEqualTo("closed on Sundays");
    }

    @Test
    void whatAClientHasAskedForIsCancelledWhenItHasGone() throws Exception {
        start(NEVER);
        CompletableFuture<HttpResponse<String>> answer = get("?shop=bakery");
        CompletableFuture<Integer> price = asked.take();
        answer.cancel(true);
        assertThatThrownBy(price::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void theContextIsTheHostInRequestsTooAndNotItsThread() {
        start(NEVER);
        ContextInternal context = (ContextInternal) server.context();
        VertxHost host = VertxHost.of(context.duplicate());
        CompletableFuture<Boolean> inRequest = new CompletableFuture<>();
        context.duplicate().runOnContext(none -> inRequest.complete(host.isCurrent()));
        CompletableFuture<Boolean> inOtherVerticle = new CompletableFuture<>();
        join(vertx.deployVerticle(other -> Future.succeededFuture(inOtherVerticle.complete(host.isCurrent()))));

        assertThat(EventLoop.hosted(host)).isSameAs(server.loop());
        assertThat(inRequest.join()).isTrue();
        assertThat(inOtherVerticle).isCompletedWithValue(false);
    }

    @Test
    void aTaskThatIsLeftWhenTheVerticleIsUndeployedCleansUpInItsContext() {
        start(NEVER);
        CompletableFuture<Context> there = new CompletableFuture<>();
        CompletableFuture<Context> cleanedUp = new CompletableFuture<>();
        CompletableFuture<Void> waiting = runCoroutineThreadsafe(coroutine(() -> {
            there.complete(Vertx.currentContext());
            try {
                return Coroutine.of(await(sleep(NEVER)));
            } finally {
                cleanedUp.complete(Vertx.currentContext());
            }
        }), server.loop());
        there.join();
        join(vertx.undeploy(deployment));
        assertThat(cleanedUp).isCompletedWithValue(there.join());
        assertThat(waiting).isCancelled();
        assertThatThrownBy(() -> runCoroutineThreadsafe(sleep(NEVER), server.loop()).join()).isInstanceOf(RejectedExecutionException.class);
    }
}
