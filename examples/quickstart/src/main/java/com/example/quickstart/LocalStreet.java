package com.example.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The other side: a small HTTP server on the loopback interface that plays the shops. It knows nothing of async-java. */
final class LocalStreet implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger callsAtTheStation = new AtomicInteger();

    private LocalStreet(HttpServer server) {
        this.server = server;
    }

    static LocalStreet open() throws IOException {
        LocalStreet street = new LocalStreet(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        street.shop("/bakery", 150, "2.40");
        street.shop("/market", 250, "1.95");
        street.shop("/harbour", 350, "2.10");
        street.shop("/attic", 60_000, "0.80");
        street.server.createContext("/station", street::busyAtFirst);
        street.server.start();
        return street;
    }

    URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/");
    }

    private void shop(String path, int delayMillis, String price) {
        server.createContext(path, exchange ->
                CompletableFuture.delayedExecutor(delayMillis, MILLISECONDS).execute(() -> answer(exchange, 200, price)));
    }

    private void busyAtFirst(HttpExchange exchange) {
        if (callsAtTheStation.incrementAndGet() == 1) {
            answer(exchange, 503, "");
        } else {
            answer(exchange, 200, "3.20");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) {
        byte[] body = text.getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
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
