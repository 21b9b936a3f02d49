package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Shop SHOP = new Shop();

    @AfterAll
    static void stop() {
        SHOP.close();
    }

    private static HttpRequest request(String path, String user) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + SHOP.port() + path)).header("Tenant", user).build();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path, "ann"), BodyHandlers.ofString());
    }

    @Test
    void aResourceAwaits() throws Exception {
        assertThat(get("/total?names=tea&names=bread").body()).isEqualTo("8");
    }

    @Test
    void aFailureAfterAnAwaitHasItsStatus() throws Exception {
        assertThat(get("/total?names=tea&names=unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void requestsKeepTheirScopesAndGoOnInTheExecutor() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CLIENT.sendAsync(request("/wait?bell=" + i, "user" + i), BodyHandlers.ofString())).toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ring(i)).isEqualTo("bob");
            assertThat(answers.get(i).join().body()).isEqualTo("user" + i + " on shop");
        }
    }

    /** Another user's request does it, as soon as somebody waits; its answer is whose request it still is. */
    private static String ring(int bell) throws IOException, InterruptedException {
        String who = "";
        while (who.isEmpty()) {
            who = CLIENT.send(request("/ring?bell=" + bell, "bob"), BodyHandlers.ofString()).body();
        }
        return who;
    }

    @Test
    void aTransactionLastsUntilTheMethodEnds() throws Exception {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        Ending ending = new Ending();
        CompletableFuture<Void> placed = SHOP.bean(Orders.class).place(price, ending);
        assertThat(ending.how()).isEqualTo("open");
        price.complete(3);
        placed.join();
        assertThat(ending.how()).isEqualTo("committed");
    }

    @Test
    void aTransactionWhoseMethodFailsIsRolledBack() throws Exception {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        Ending ending = new Ending();
        CompletableFuture<Void> placed = SHOP.bean(Orders.class).place(price, ending);
        price.complete(-3);
        assertThatThrownBy(placed::join).hasRootCauseMessage("refused");
        assertThat(ending.how()).isEqualTo("rolled back");
    }
}
