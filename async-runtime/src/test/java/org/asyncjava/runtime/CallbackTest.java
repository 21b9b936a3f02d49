package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.callback;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.junit.jupiter.api.Test;

/** What calls back, awaited. */
class CallbackTest {
    /** As an interface of a library that calls back. */
    private static final class Api {
        private final List<Consumer<? super String>> receivers = new ArrayList<>();
        private final List<Consumer<? super Throwable>> handlers = new ArrayList<>();

        void get(String url, Consumer<? super String> receiver, Consumer<? super Throwable> handler) {
            receivers.add(receiver);
            handlers.add(handler);
        }
    }

    private final Api api = new Api();
    private final List<String> log = new ArrayList<>();

    private Awaitable<String> page() {
        return callback(c -> api.get("url", c::complete, c::fail));
    }

    @Test
    void theAwaitEndsWithWhatIsCalledBack() {
        String page = run(() -> {
            currentLoop().callSoon(() -> api.receivers.get(0).accept("page"));
            String body = await(callback(c -> api.get("url", c::complete, c::fail)));
            return Coroutine.of(body);
        });
        assertThat(page).isEqualTo("page");
    }

    @Test
    void itMayCallBackWhileItIsRegistered() {
        assertThat(run(() -> Coroutine.of(await(Coroutines.<Integer>callback(c -> c.complete(1))) + 1))).isEqualTo(2);
        assertThat(run(Coroutines.<Object>callback(c -> c.complete(null)))).isNull();
    }

    @Test
    void aFailureIsThrownAsItIs() {
        Exception failure = new Exception("broken");
        assertThatThrownBy(() -> run(Coroutines.<String>callback(c -> c.fail(failure)))).isSameAs(failure);
        IllegalStateException refused = new IllegalStateException("refused");
        assertThatThrownBy(() -> run(Coroutines.<String>callback(c -> {
            throw refused;
        }))).isSameAs(refused);
    }

    @Test
    void eachAwaitRegistersOnce() {
        Awaitable<String> page = page();
        assertThat(api.receivers).isEmpty();
        List<String> pages = run(() -> {
            Task<String> first = createTask(page);
            Task<String> second = createTask(page);
            await(yieldNow());
            assertThat(api.receivers).hasSize(2);
            api.receivers.get(1).accept("second");
            api.receivers.get(0).accept("first");
            return Coroutine.of(await(gather(first, second)));
        });
        assertThat(pages).containsExactly("first", "second");
        assertThat(api.receivers).hasSize(2);
    }

    @Test
    void theFirstOutcomeWins() {
        List<Boolean> heard = new ArrayList<>();
        assertThat(run(Coroutines.<String>callback(c -> {
            heard.add(c.complete("first"));
            heard.add(c.complete("second"));
            heard.add(c.fail(new Exception("third")));
        }))).isEqualTo("first");
        assertThat(heard).containsExactly(true, false, false);
    }

    @Test
    void itMayCallBackOnAnotherThread() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        String page = run(Coroutines.<String>callback(c -> {
            Thread thread = new Thread(() -> c.complete("from elsewhere"));
            threads.add(thread);
            thread.start();
        }));
        threads.get(0).join();
        assertThat(page).isEqualTo("from elsewhere");
    }

    @Test
    void cancellingTheAwaitDoesWhatWasAskedFor() {
        List<Boolean> late = new ArrayList<>();
        run(() -> {
            List<Callback<String>> calls = new ArrayList<>();
            Task<String> task = createTask(Coroutines.<String>callback(c -> {
                calls.add(c);
                c.onCancel(() -> log.add("aborted"));
                c.onCancel(() -> log.add("closed"));
            }));
            await(yieldNow());
            task.cancel("enough");
            try {
                await(task);
            } catch (CancellationException cancelled) {
                log.add("cancelled");
            }
            late.add(calls.get(0).complete("late"));
            late.add(calls.get(0).fail(new Exception("late")));
            calls.get(0).onCancel(() -> log.add("asked afterwards"));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("aborted", "closed", "cancelled", "asked afterwards");
        assertThat(late).containsExactly(false, false);
    }

    @Test
    void whatIsDoneWhenTheAwaitIsCancelledMayCallBack() {
        run(() -> {
            Task<String> task = createTask(Coroutines.<String>callback(c -> c.onCancel(() -> log.add(String.valueOf(c.complete("too late"))))));
            await(yieldNow());
            task.cancel();
            await(yieldNow());
            assertThat(task.isCancelled()).isTrue();
            return Coroutine.done();
        });
        assertThat(log).containsExactly("false");
    }

    @Test
    void whatIsDoneWhenTheAwaitIsCancelledMayFail() {
        List<FailureContext> reported = new ArrayList<>();
        RuntimeException broken = new RuntimeException("broken");
        run(() -> {
            currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            Task<String> task = createTask(Coroutines.<String>callback(c -> {
                c.onCancel(() -> {
                    throw broken;
                });
                c.onCancel(() -> log.add("still done"));
            }));
            await(yieldNow());
            task.cancel();
            await(yieldNow());
            assertThat(task.isCancelled()).isTrue();
            return Coroutine.done();
        });
        assertThat(log).containsExactly("still done");
        assertThat(reported).extracting(FailureContext::exception).containsExactly(broken);
    }

    @Test
    void nothingIsDoneOnceItHasEnded() {
        run(() -> {
            await(Coroutines.<Integer>callback(c -> {
                c.onCancel(() -> log.add("aborted"));
                c.complete(1);
                c.onCancel(() -> log.add("aborted afterwards"));
            }));
            return Coroutine.done();
        });
        assertThat(log).isEmpty();
    }

    @Test
    void aMethodThatReturnsAFutureAwaitsItWithoutALoop() {
        CompletableFuture<String> result = shout();
        assertThat(result).isNotDone();
        api.receivers.get(0).accept("page");
        assertThat(result).isCompletedWithValue("PAGE");
    }

    @Async
    private CompletableFuture<String> shout() {
        return CompletableFuture.completedFuture(await(page()).toUpperCase(Locale.ROOT));
    }

    @Test
    void cancellingTheFutureOfAMethodCancelsTheAwait() {
        CompletableFuture<Object> result = waitFor(callback(c -> c.onCancel(() -> log.add("aborted"))));
        result.cancel(true);
        assertThat(log).containsExactly("aborted");
    }

    @Async
    private static CompletableFuture<Object> waitFor(Awaitable<Object> operand) {
        return CompletableFuture.completedFuture(await(operand));
    }
}
