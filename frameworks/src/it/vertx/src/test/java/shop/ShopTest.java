package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Shop SHOP = new Shop();

    @BeforeAll
    static void start() {
        VERTX.deployVerticle(SHOP).toCompletionStage().toCompletableFuture().join();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static HttpRequest request(String path, String user) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + SHOP.port() + path)).header("Tenant", user).build();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path, "ann"), BodyHandlers.ofString());
    }

    @Test
    void aHandlerAwaitsVertxFutures() throws Exception {
        assertThat(get("/total?names=tea&names=bread").body()).isEqualTo("8");
    }

    @Test
    void aFailureAfterAnAwaitHasItsStatus() throws Exception {
        assertThat(get("/total?names=tea&names=unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void requestsGoOnInTheirContexts() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CLIENT.sendAsync(request("/wait?bell=" + i, "user" + i), BodyHandlers.ofString())).toList();
        for (int i = 0; i < answers.size(); i++) {
            ring(i);
            assertThat(answers.get(i).join().body()).isEqualTo("user" + i + " on its event loop");
        }
    }

    /** As soon as somebody waits. */
    private static void ring(int bell) throws IOException, InterruptedException {
        while (!get("/ring?bell=" + bell).body().equals("true")) {
            Thread.onSpinWait();
        }
    }
}
