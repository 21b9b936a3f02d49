package org.asyncjava.examples.vertx;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Tells the lowest price of several shops, {@code /?shop=bakery&shop=dairy}, which are asked side by side. A request is a task in the context. */
final class PriceServer extends VerticleBase {
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final Function<String, ? extends CompletionStage<Integer>> prices;
    private final Duration limit;
    private EventLoop loop;
    private HttpServer server;

    /**
     * Makes a server that is to be deployed.
     *
     * @param prices asks a shop; the stage is cancelled when nobody waits any more. A future of Vert.x is given as its {@code toCompletionStage()}
     * @param limit how long the shops may take
     */
    PriceServer(Function<String, ? extends CompletionStage<Integer>> prices, Duration limit) {
        this.prices = prices;
        this.limit = limit;
    }

    @Override
    public Future<?> start() {
        loop = EventLoop.hosted(VertxHost.of(context));
        server = vertx.createHttpServer().requestHandler(this::handle);
        return server.listen(0, "localhost");
    }

    int port() {
        return server.actualPort();
    }

    Context context() {
        return context;
    }

    EventLoop loop() {
        return loop;
    }

    private void handle(HttpServerRequest request) {
        Task<Void> task = loop.createTask(answer(request));
        request.response().closeHandler(gone -> task.cancel());
    }

    @Async
    private Coroutine<Void> answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        try {
            int lowest = await(waitFor(lowest(request.params().getAll("shop")), limit));
            response.end(String.valueOf(lowest));
        } catch (AsyncTimeoutException late) {
            response.setStatusCode(GATEWAY_TIMEOUT).end();
        } catch (CancellationException gone) {
            throw gone;                                                // nobody is there to be answered
        } catch (RuntimeException failed) {
            response.setStatusCode(BAD_GATEWAY).end(failed.getMessage());
        }
        return Coroutine.done();
    }

    @Async
    private Coroutine<Integer> lowest(List<String> shops) {
        return Coroutine.of(Collections.min(await(gather(shops.stream().map(shop -> from(prices.apply(shop))).toList()))));
    }
}
