package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShopTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    private Orders orders;

    @Autowired
    private Prices prices;

    @Value("${local.server.port}")
    private int port;

    private HttpRequest request(String path, String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Basic " + credentials)
                .header("Tenant", "tenant-of-" + user).build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path, "ann"), BodyHandlers.ofString());
    }

    @Test
    void aControllerAwaits() throws Exception {
        assertThat(get("/total?names=tea,bread").body()).isEqualTo("8");
    }

    @Test
    void aFailureAfterAnAwaitHasItsStatus() throws Exception {
        assertThat(get("/total?names=tea,unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void requestAndUserAreThereAfterAnAwaitAndTheThreadIsTheApplications() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = CLIENT.sendAsync(request("/wait?bell=door", "ann"), BodyHandlers.ofString());
        assertThat(ring("door")).isEqualTo("tenant-of-bob bob");
        assertThat(waiting.join().body()).startsWith("tenant-of-ann ann on task-");
    }

    /** Another user's request does it, as soon as somebody waits; its answer is whose request and thread it still is. */
    private String ring(String bell) throws IOException, InterruptedException {
        String who = "";
        while (who.isEmpty()) {
            who = CLIENT.send(request("/ring?bell=" + bell, "bob"), BodyHandlers.ofString()).body();
        }
        return who;
    }

    @Test
    void requestsSideBySideKeepTheirOwn() throws Exception {
        List<String> users = IntStream.range(0, 10).mapToObj(i -> i % 2 == 0 ? "ann" : "bob").toList();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, users.size())
                .mapToObj(i -> CLIENT.sendAsync(request("/wait?bell=" + i, users.get(i)), BodyHandlers.ofString())).toList();
        for (int i = 0; i < users.size(); i++) {
            ring(String.valueOf(i));
            assertThat(answers.get(i).join().body()).startsWith("tenant-of-" + users.get(i) + " " + users.get(i) + " on task-");
        }
    }

    @Test
    void aRequestScopedBeanIsGoneAfterASuspension() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = CLIENT.sendAsync(request("/basket?bell=shop", "ann"), BodyHandlers.ofString());
        ring("shop");
        assertThat(waiting.join().body()).isEqualTo("0 gone");
    }

    @Test
    void springsOwnAsyncStartsTheMethodInItsExecutor() throws Exception {
        assertThat(get("/background").body()).startsWith("task-");
    }

    @Test
    void aTransactionEndsAtTheFirstSuspension() {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        CompletableFuture<Void> placed = orders.placeInATransactionThatEndsTooSoon("tea", price);
        assertThat(orders.linesOf("tea")).isOne();
        price.complete(3);
        assertThatThrownBy(placed::join).hasRootCauseMessage("refused");
        assertThat(orders.linesOf("tea")).isEqualTo(2);
    }

    @Test
    void aTransactionThatIsNeverSuspendedIsRolledBack() {
        CompletableFuture<Void> placed = orders.placeInATransactionThatEndsTooSoon("coffee", CompletableFuture.completedFuture(3));
        assertThatThrownBy(placed::join).hasRootCauseMessage("refused");
        assertThat(orders.linesOf("coffee")).isZero();
    }

    @Test
    void aTransactionWithoutAnAwaitInItIsRolledBack() {
        assertThatThrownBy(() -> orders.place("bread", true).join()).hasRootCauseMessage("refused");
        assertThat(orders.linesOf("bread")).isZero();
        orders.place("bread", false).join();
        assertThat(orders.linesOf("bread")).isEqualTo(2);
    }
}
