package com.example.quickstart;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Asks every shop in a street for the price of a loaf, all at the same time and on one thread, and prints what they said. */
public final class Quickstart {
    private static final List<String> SHOPS = List.of("bakery", "market", "harbour", "station", "attic");
    private static final int TRIES = 3;
    private static final int PATIENCE_MILLIS = 1000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI street;

    // Plain fields: every line of this class runs on the thread that called run.
    private int asking;
    private int mostAtOnce;

    private Quickstart(URI street) {
        this.street = street;
    }

    public static void main(String[] args) throws IOException {
        try (LocalStreet street = LocalStreet.open()) {
            Quickstart quickstart = new Quickstart(street.address());
            Stopwatch watch = new Stopwatch();
            List<Offer> offers = run(quickstart.askAll(SHOPS));
            Offer.print(offers);
            System.out.printf("%n%d shops in %d ms on one thread, up to %d requests at the same time%n",
                    offers.size(), watch.millis(), quickstart.mostAtOnce);
        }
    }

    /** Starts one task for each shop, then collects the results in order. */
    @Async
    private Coroutine<List<Offer>> askAll(List<String> shops) {
        List<Task<Offer>> tasks = new ArrayList<>();
        for (String shop : shops) {
            tasks.add(createTask(ask(shop)));
        }
        List<Offer> offers = new ArrayList<>();
        for (Task<Offer> task : tasks) {
            offers.add(await(task));
        }
        return Coroutine.of(offers);
    }

    /** Asks one shop: again when it is busy, and not for ever when it says nothing. */
    @Async
    private Coroutine<Offer> ask(String shop) {
        Stopwatch watch = new Stopwatch();
        mostAtOnce = Math.max(mostAtOnce, ++asking);
        try {
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                HttpResponse<String> answer = await(get(shop), TimeoutException.class);
                if (answer.statusCode() == 200) {
                    return Coroutine.of(new Offer(shop, answer.body(), attempt, watch.millis()));
                }
                await(sleep(ofMillis(50)));
            }
            return Coroutine.of(new Offer(shop, "busy", TRIES, watch.millis()));
        } catch (TimeoutException e) {
            return Coroutine.of(new Offer(shop, "no answer", 1, watch.millis()));
        } finally {
            asking--;
        }
    }

    /** An ordinary method: the JDK's client, the JDK's future, the JDK's timeout. */
    private CompletableFuture<HttpResponse<String>> get(String shop) {
        HttpRequest request = HttpRequest.newBuilder(street.resolve(shop)).build();
        return client.sendAsync(request, ofString()).orTimeout(PATIENCE_MILLIS, MILLISECONDS);
    }
}
