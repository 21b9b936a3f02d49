package org.asyncjava.examples.seeds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * A server on the loopback interface that answers for three sites, one after the other, without a thread that waits.
 *
 * <p>An answer leaves some time after the one before was taken: with delays alone a busy machine could turn two of them round.
 */
final class SlowServer implements AutoCloseable {
    private static final int DELAY_MILLIS = 200;
    /** In the order in which they answer. */
    private static final List<String> SITES = List.of("medium.com", "python.org", "dev.to");

    private final HttpServer server;
    private final Map<String, CompletableFuture<Void>> taken =
            SITES.stream().collect(Collectors.toMap(site -> site, site -> new CompletableFuture<>()));

    private SlowServer(HttpServer server) {
        this.server = server;
    }

    static SlowServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SlowServer slow = new SlowServer(server);
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (String site : SITES) {
            slow.answerAfter(before, site);
            before = slow.taken.get(site);
        }
        server.start();
        return slow;
    }

    private void answerAfter(CompletableFuture<Void> before, String site) {
        Executor later = CompletableFuture.delayedExecutor(DELAY_MILLIS, MILLISECONDS);
        server.createContext("/" + site, exchange -> before.thenRunAsync(() -> answer(exchange), later));
    }

    /** To be told when the answer for the site of an address has arrived. */
    void taken(URI address) {
        taken.get(address.getHost()).complete(null);
    }

    /** Where this server answers for the site of an address. */
    URI standInFor(URI address) {
        String host = server.getAddress().getAddress().getHostAddress();
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/" + address.getHost());
    }

    private static void answer(HttpExchange exchange) {
        byte[] body = "ok".getBytes(US_ASCII);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
