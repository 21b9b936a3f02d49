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
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A server on the loopback interface that answers for three sites, each after a delay of its own, without a thread that waits. */
final class SlowServer implements AutoCloseable {
    private static final Map<String, Integer> DELAY_MILLIS = Map.of("dev.to", 600, "medium.com", 200, "python.org", 400);

    private final HttpServer server;

    private SlowServer(HttpServer server) {
        this.server = server;
    }

    static SlowServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        DELAY_MILLIS.forEach((host, millis) -> server.createContext("/" + host, exchange ->
                CompletableFuture.delayedExecutor(millis, MILLISECONDS).execute(() -> answer(exchange))));
        server.start();
        return new SlowServer(server);
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
