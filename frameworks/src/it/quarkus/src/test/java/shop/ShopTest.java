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

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShopTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI server;

    @Inject
    Orders orders;

    private HttpRequest request(String path, String user) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Tenant", user).build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path, "ann"), BodyHandlers.ofString());
    }

    @Test
    void aResourceAwaits() throws Exception {
        assertThat(get("/total?names=tea&names=bread").body()).isEqualTo("8");
    }

    @Test
    void aUniIsAwaitedAsAStage() throws Exception {
        assertThat(get("/mutiny").body()).isEqualTo("uni");
    }

    @Test
    void aFailureAfterAnAwaitHasItsStatus() throws Exception {
        assertThat(get("/total?names=tea&names=unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void requestsKeepTheirScopesAndGoOnInTheirEventLoops() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CLIENT.sendAsync(request("/wait?bell=" + i, "user" + i), BodyHandlers.ofString())).toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ring(i)).isEqualTo("bob");
            assertThat(answers.get(i).join().body()).matches("user" + i + " on (vert.x-eventloop-thread-\\d+) and \\1");
        }
    }

    @Test
    void theRequestsScopeFollowsWhereverAMethodGoesOn() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(request("/elsewhere?bell=door", "ann"), BodyHandlers.ofString());
        assertThat(ring("door")).isEqualTo("bob");
        assertThat(answer.join().body()).isEqualTo("ann");
    }

    /** Another user's request does it, as soon as somebody waits; its answer is whose request it still is. */
    private String ring(Object bell) throws IOException, InterruptedException {
        String who = "";
        while (who.isEmpty()) {
            who = CLIENT.send(request("/ring?bell=" + bell, "bob"), BodyHandlers.ofString()).body();
        }
        return who;
    }

    @Test
    void aTransactionLastsUntilTheMethodEnds() throws Exception {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        CompletableFuture<Void> placed = orders.place("tea", price, false);
        assertThat(orders.linesOf("tea")).isZero();
        price.complete(3);
        placed.join();
        assertThat(orders.linesOf("tea")).isEqualTo(2);
    }

    @Test
    void aTransactionWhoseMethodFailsIsRolledBack() throws Exception {
        CompletableFuture<Integer> price = new CompletableFuture<>();
        CompletableFuture<Void> placed = orders.place("bread", price, true);
        price.complete(3);
        assertThatThrownBy(placed::join).hasRootCauseMessage("refused");
        assertThat(orders.linesOf("bread")).isZero();
    }
}
