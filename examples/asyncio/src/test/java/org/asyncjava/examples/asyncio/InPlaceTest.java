package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.callback;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Handle;
import org.asyncjava.runtime.Outcome;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** Code that is written where it is wanted, and interfaces that call back: what a program needs no method or class of its own for. */
class InPlaceTest {
    /** A client of some library: it calls back on the loop, later; the longer the address, the later. */
    private static final class Client {
        private final List<String> aborted = new ArrayList<>();

        Runnable get(String url, Consumer<? super String> receiver, Consumer<? super Throwable> handler) {
            Handle answer = currentLoop().callLater(Duration.ofSeconds(url.length()), () -> {
                if (url.startsWith("http")) {
                    receiver.accept("page of " + url);
                } else {
                    handler.accept(new IOException("no such protocol: " + url));
                }
            });
            return () -> {
                answer.cancel();
                aborted.add(url);
            };
        }
    }

    private final Client client = new Client();

    /** In virtual time. */
    private static <T> T runs(AsyncSupplier<T> program) {
        List<T> result = new ArrayList<>();
        TestLoop.virtualTime(() -> result.add(run(program)));
        return result.get(0);
    }

    @Async
    private Coroutine<String> fetch(String url) {
        return Coroutine.of(await(callback(c -> c.onCancel(client.get(url, c::complete, c::fail)))));
    }

    @Test
    void aMainProgramWithoutAMethod() {
        List<String> pages = runs(() -> {
            Task<String> task = createTask(() -> fetch("http://a"));
            return Coroutine.of(await(gather(task, coroutine(() -> fetch("http://b")))));
        });
        assertThat(pages).containsExactly("page of http://a", "page of http://b");
    }

    @Test
    void whatIsCalledBackFails() {
        assertThatThrownBy(() -> runs(() -> fetch("gopher://c"))).isInstanceOf(IOException.class).hasMessage("no such protocol: gopher://c");
    }

    @Test
    void aTimeLimitAbortsTheRequest() {
        assertThatThrownBy(() -> runs(() -> waitFor(fetch("http://slow"), Duration.ofMillis(1)))).isInstanceOf(AsyncTimeoutException.class);
        assertThat(client.aborted).containsExactly("http://slow");
    }

    @Test
    void outcomesAreAskedForTheirValues() {
        List<Outcome<String>> outcomes = runs(() -> gatherAll("http://a", "gopher://c"));
        assertThat(outcomes.get(0).get()).isEqualTo("page of http://a");
        assertThat(outcomes.get(1)).matches(outcome -> outcome.isFailed() && !outcome.isCancelled());
        assertThatThrownBy(outcomes.get(1)::get).isInstanceOf(IOException.class);
    }

    @Async
    private Coroutine<List<Outcome<String>>> gatherAll(String first, String second) {
        return Coroutine.of(await(gatherOutcomes(fetch(first), fetch(second))));
    }

    @Test
    void theFirstOfManyIsEnough() {
        List<String> found = new ArrayList<>();
        runs(() -> TaskGroup.open(g -> {
            for (String mirror : List.of("http://a", "http://later")) {
                g.createTask(() -> {
                    found.add(await(fetch(mirror)));
                    g.cancel();
                    return Coroutine.done();
                });
            }
            await(sleep(Duration.ofDays(1)));
            return Coroutine.done();
        }));
        assertThat(found).containsExactly("page of http://a");
        assertThat(client.aborted).containsExactly("http://later");
    }
}
