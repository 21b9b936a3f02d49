package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ShopTest {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    EmbeddedServer server;

    @Inject
    Orders orders;

    private HttpRequest request(String path, String user) {
        return HttpRequest.newBuilder(server.getURI().resolve(path)).header("Tenant", user).build();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path, "ann"), BodyHandlers.ofString());
    }

    @Test
    void aControllerAwaits() throws Exception {
        assertThat(get("/total?names=tea&names=bread").body()).isEqualTo("8");
    }

    @Test
    void aFailureAfterAnAwaitHasItsStatus() throws Exception {
        assertThat(get("/total?names=tea&names=unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void requestsKeepTheirOwnAndGoOnInTheirEventLoops() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CLIENT.sendAsync(request("/wait?bell=" + i, "user" + i), BodyHandlers.ofString())).toList();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(ring(i)).isEqualTo("bob");
            assertThat(answers.get(i).join().body()).matches("user" + i + " on (\\S*eventLoopGroup\\S*) and \\1");
        }
    }

    /** Another user's request does it, as soon as somebody waits; its answer is whose request it still is. */
    private String ring(int bell) throws IOException, InterruptedException {
        String who = "";
        while (who.isEmpty()) {
            who = CLIENT.send(request("/ring?bell=" + bell, "bob"), BodyHandlers.ofString()).body();
        }
        return who;
    }

    @Test
    void aTransactionalMethodIsRefused() throws Exception {
        CompletableFuture<Void> placed = orders.placeInATransactionOfItsOwn("coffee", CompletableFuture.completedFuture(3));
        assertThatThrownBy(placed::join).hasRootCauseInstanceOf(ConfigurationException.class);
        assertThat(orders.linesOf("coffee")).isZero();
    }

    @Test
    void aTransactionWithoutAnAwaitInItIsRolledBack() {
        CompletableFuture<Integer> price = CompletableFuture.completedFuture(3);
        assertThatThrownBy(() -> orders.place("bread", price, true).join()).hasRootCauseMessage("refused");
        assertThat(orders.linesOf("bread")).isZero();
        orders.place("bread", price, false).join();
        assertThat(orders.linesOf("bread")).isEqualTo(2);
    }
}
