package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Dispatcher;

/** A server whose handlers await. */
public class Shop extends VerticleBase {
    private final Bells bells = new Bells();
    private HttpServer server;

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        Shop shop = new Shop();
        vertx.deployVerticle(shop).onSuccess(deployed -> System.out.println("listening on port " + shop.port()));
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.get("/total").respond(onItsContext(this::total));
        router.get("/wait").respond(onItsContext(this::waitFor));
        router.get("/ring").handler(this::ring);
        server = vertx.createHttpServer().requestHandler(router);
        return server.listen(Integer.getInteger("port", 0), "localhost");
    }

    /** Vert.x has futures of its own, and handlers of one context share a thread with others: the context is the dispatcher. */
    private <T> Function<RoutingContext, Future<T>> onItsContext(Function<RoutingContext, CompletionStage<T>> handler) {
        return request -> {
            Context context = vertx.getOrCreateContext();
            Dispatcher here = work -> context.runOnContext(none -> work.run());
            return Future.fromCompletionStage(Dispatcher.call(here, () -> handler.apply(request)), context);
        };
    }

    @Async
    CompletableFuture<String> total(RoutingContext request) {
        int sum = 0;
        for (String name : request.queryParam("names")) {
            sum += await(priceOf(name).toCompletionStage());
        }
        return CompletableFuture.completedFuture(String.valueOf(sum));
    }

    /** Somebody else's prices: asking takes a while. */
    private Future<Integer> priceOf(String name) {
        Promise<Integer> price = Promise.promise();
        vertx.setTimer(5, timer -> {
            if (name.equals("unknown")) {
                price.fail(new HttpException(404, "nobody sells " + name));
            } else {
                price.complete(name.length());
            }
        });
        return price.future();
    }

    /** Whose request it is after an await that somebody else's request ended, and on which threads. */
    @Async
    CompletableFuture<String> waitFor(RoutingContext request) {
        Thread first = Thread.currentThread();
        await(bells.heard(request.queryParam("bell").get(0)));
        String thread = Vertx.currentContext() != null && Thread.currentThread() == first ? "its event loop" : Thread.currentThread().getName();
        return CompletableFuture.completedFuture(request.request().getHeader("Tenant") + " on " + thread);
    }

    /** False if nobody waits for the bell yet. Rings from a thread that is not Vert.x's. */
    private void ring(RoutingContext request) {
        String bell = request.queryParam("bell").get(0);
        CompletableFuture.supplyAsync(() -> bells.ring(bell)).thenAccept(rung -> request.end(String.valueOf(rung)));
    }
}
