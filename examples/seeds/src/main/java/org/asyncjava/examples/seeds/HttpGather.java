package org.asyncjava.examples.seeds;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/**
 * Program 17: three requests at the same time; they end in the order of the answers.
 *
 * <p>The original serves and asks through asyncio's streams. Here the JDK's client asks a {@link SlowServer}, and a coroutine awaits the
 * client's {@code CompletableFuture}.
 */
public final class HttpGather {
    private final HttpClient client = HttpClient.newHttpClient();
    private final SlowServer server;

    private HttpGather(SlowServer server) {
        this.server = server;
    }

    /**
     * Runs the program.
     *
     * @param args not used
     * @throws IOException when the server cannot be started
     */
    public static void main(String[] args) throws IOException {
        try (SlowServer server = SlowServer.start()) {
            run(new HttpGather(server).program());
        }
    }

    @Async
    private Coroutine<Void> program() {
        List<String> urls = List.of("https://dev.to", "https://medium.com", "https://python.org");
        List<Coroutine<Void>> fetches = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            fetches.add(fetchData(i + 1, urls.get(i)));
        }
        await(gather(fetches));
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> fetchData(int number, String url) {
        System.out.println("Starting " + number + " " + url);
        URI address = URI.create(url);
        HttpRequest request = HttpRequest.newBuilder(server.standInFor(address)).build();
        await(client.sendAsync(request, BodyHandlers.ofString()));
        System.out.println("Finished " + number + " " + url);
        server.taken(address);
        return Coroutine.done();
    }
}
