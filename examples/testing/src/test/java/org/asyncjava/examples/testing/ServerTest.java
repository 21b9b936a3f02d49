package org.asyncjava.examples.testing;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.AsyncEntry;
import org.asyncjava.junit.AsyncExtension;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.junit.RealTime;
import org.asyncjava.runtime.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is real, and so is time. */
@RealTime
@ExtendWith({ServerExtension.class, AsyncExtension.class})
class ServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private EventLoop loop;
    private Thread thread;

    @BeforeEach
    @AsyncEntry
    void theServerAnswers(URI server) {
        loop = currentLoop();
        thread = Thread.currentThread();
        assertThat(await(get(server)).statusCode()).isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> get(URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), ofString());
    }

    @AsyncTest
    void severalAreAskedAtOnce(URI server) {
        List<HttpResponse<String>> answers = await(gather(get(server.resolve("a")), get(server.resolve("b"))));
        assertThat(answers).extracting(HttpResponse::body).containsExactly("you asked for /a", "you asked for /b");
    }

    /** The loop goes from thread to thread with the methods. */
    @Timeout(value = 1, unit = HOURS, threadMode = SEPARATE_THREAD)
    @AsyncTest
    void aLimitMayHaveAThreadOfItsOwn(URI server) {
        assertThat(Thread.currentThread()).isNotSameAs(thread);
        assertThat(currentLoop()).isSameAs(loop);
        assertThat(await(get(server.resolve("c"))).body()).isEqualTo("you asked for /c");
    }

    @AfterEach
    @AsyncEntry
    void itStillDoes(URI server) {
        assertThat(currentLoop()).isSameAs(loop);
        assertThat(await(get(server)).statusCode()).isEqualTo(200);
    }
}
