package org.asyncjava.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The server is real, and so are its clients; what the shops answer is up to the test. */
class PriceControllerTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static ServletWebServerApplicationContext server;

    private final TestShops shops = server.getBean(TestShops.class);

    record Asked(String shop, CompletableFuture<Integer> price) {
    }

    /** Shops that answer when the test does so. */
    static class TestShops implements Shops {
        final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

        @Override
        public CompletableFuture<Integer> price(String shop) {
            CompletableFuture<Integer> price = new CompletableFuture<>();
            asked.add(new Asked(shop, price));
            return price;
        }

        CompletableFuture<Integer> asked(String shop) throws InterruptedException {
            Asked next = asked.take();
            assertThat(next.shop()).isEqualTo(shop);
            return next.price();
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(Application.class, TestShops.class);
        server = (ServletWebServerApplicationContext) application.run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=warn");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        shops.asked.clear();
    }

    private static CompletableFuture<HttpResponse<String>> get(String path) {
        URI uri = URI.create("http://localhost:" + server.getWebServer().getPort() + path);
        return CLIENT.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void shopsAreAskedTwoAtATimeAndToldInOrder() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/prices?limit=P1D&names=bakery,dairy,butcher");
        CompletableFuture<Integer> bakery = shops.asked("bakery");
        CompletableFuture<Integer> dairy = shops.asked("dairy");
        assertThat(shops.asked).isEmpty();
        dairy.complete(5);
        shops.asked("butcher").complete(9);
        bakery.complete(7);
        assertThat(answer.join().body()).isEqualTo("[7,5,9]");
    }

    @Test
    void whatTakesTooLongIsCancelled() throws Exception {
        assertThat(get("/prices?limit=PT0.05S&names=bakery,dairy").join().statusCode()).isEqualTo(504);
        assertThat(shops.asked("bakery")).isCancelled();
        assertThat(shops.asked("dairy")).isCancelled();
    }

    @Test
    void whenAShopFailsTheOthersAreCancelled() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/prices?limit=P1D&names=bakery,dairy,butcher");
        CompletableFuture<Integer> bakery = shops.asked("bakery");
        shops.asked("dairy").completeExceptionally(new ShopClosedException("on Sundays"));
        assertThat(answer.join().statusCode()).isEqualTo(502);
        assertThat(bakery).isCancelled();
        assertThat(shops.asked).isEmpty();
    }

    @Test
    void cancellingWhatTheMethodReturnsCancelsWhatItHasAskedFor() throws Exception {
        CompletableFuture<List<Integer>> prices = server.getBean(PriceController.class).prices(List.of("bakery", "dairy"), Duration.ofDays(1));
        prices.cancel(true);
        assertThatThrownBy(shops.asked("bakery")::join).isInstanceOf(CancellationException.class);
        assertThatThrownBy(shops.asked("dairy")::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void theSecondShopIsNotWaitedForWhenTheFirstIsCheap() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/best?first=bakery&second=dairy&cheap=5");
        CompletableFuture<Integer> bakery = shops.asked("bakery");
        CompletableFuture<Integer> dairy = shops.asked("dairy");
        bakery.complete(4);
        assertThat(answer.join().body()).isEqualTo("4");
        assertThat(dairy).isCancelled();
    }

    @Test
    void theCheaperOfTwoShops() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/best?first=bakery&second=dairy&cheap=5");
        shops.asked("bakery").complete(7);
        shops.asked("dairy").complete(6);
        assertThat(answer.join().body()).isEqualTo("6");
    }
}
