package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoroutineTest {
    private final Log log = new Log();

    @Async
    private Coroutine<Object> body() {
        log.add("ran");
        return Coroutine.of(null);
    }

    @Test
    void nothingRunsBeforeItIsAwaited() {
        Coroutine<Object> coroutine = body();
        assertThat(log.entries()).isEmpty();
        assertThat(coroutine).hasToString("<CoroutineTest.body() created>");
        run(coroutine);
        assertThat(log.entries()).containsExactly("ran");
        assertThat(coroutine).hasToString("<CoroutineTest.body() done>");
    }

    @Test
    void valuesMayBeAwaitedAsOftenAsOneLikes() {
        Coroutine<String> value = Coroutine.of("value");
        List<Object> seen = new ArrayList<>();
        run(coroutine(() -> {
            var v = await(value);
            seen.add(v);
            var v2 = await(value);
            seen.add(v2);
            var v3 = await(Coroutine.done());
            seen.add(v3);
            return Coroutine.of(null);
        }));
        assertThat(seen).containsExactly("value", "value", null);
    }

    @Test
    void aFailedOneThrowsWhatItWasGiven() {
        IOException failure = new IOException("disk");
        assertThatThrownBy(() -> run(Coroutine.failed(failure))).isSameAs(failure);
        assertThatThrownBy(() -> Coroutine.failed(null)).isInstanceOf(NullPointerException.class);
    }

    @Async
    private static Coroutine<Object> once() {
        return Coroutine.of(1);
    }

    @Test
    @DisplayName("HARD_CASES 67: awaiting a coroutine twice")
    void aStartedOneCannotBeStartedAgain() {
        Coroutine<Object> once = once();
        assertThatThrownBy(() -> run(coroutine(() -> {
            await(once);
            return Coroutine.of(await(once));
        }))).isInstanceOf(IllegalStateException.class).hasMessage("cannot reuse already awaited coroutine: <CoroutineTest.once() done>");
    }

    @Async
    private static Coroutine<Object> later() {
        await(yieldNow());
        return Coroutine.of(1);
    }

    @Test
    void aSuspendedOneCannotBeAwaitedBySomebodyElse() {
        Coroutine<Object> once = later();
        assertThatThrownBy(() -> run(coroutine(() -> {
            Coroutines.createTask(coroutine(() -> Coroutine.of(await(once))));
            await(yieldNow());
            return Coroutine.of(await(once));
        }))).isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("cannot reuse already awaited coroutine: <CoroutineTest\\.later\\(\\) running at CoroutineTest\\.java:\\d+>");
    }

    @Test
    void returningAStartedOneFails() {
        Coroutine<Object> once = coroutine(() -> Coroutine.of(1));
        assertThatThrownBy(() -> run(coroutine(() -> {
            await(once);
            return Coroutine.of(await(tail(once)));
        }))).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot reuse already awaited coroutine");
    }

    @Test
    void returningNullFailsAndNamesTheMethod() {
        assertThatThrownBy(() -> run(tail(null))).isInstanceOf(NullPointerException.class)
                .hasMessage("CoroutineTest.tail returned null instead of a Coroutine");
    }

    @Test
    @DisplayName("HARD_CASES 37: a null operand")
    void awaitingNullThrowsAtTheAwait() {
        assertThatThrownBy(() -> run(coroutine(() -> {
            await((Awaitable<?>) null);
            return Coroutine.of(null);
        }))).isInstanceOf(NullPointerException.class).hasMessage("the operand of await is null");
        assertThatThrownBy(() -> run(coroutine(() -> Coroutine.of(await((CompletableFuture<?>) null))))).isInstanceOf(NullPointerException.class)
                .hasMessage("the operand of await is null");
    }

    @Test
    @DisplayName("HARD_CASES 34: a failure before the first await")
    void aBodyThatThrowsAtOnceFailsTheAwaitNotTheCall() {
        Coroutine<Object> failing = coroutine(() -> {
            throw new IOException("at once");
        });
        Object seen = run(coroutine(() -> {
            Throwable failure = await(failureOf(failing));
            return Coroutine.of(failure);
        }));
        assertThat(seen).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("HARD_CASES 33: errors")
    void errorsGoThroughAwaitsToo() {
        Error error = new StackOverflowError();
        Object seen = run(coroutine(() -> {
            Throwable failure = await(failureOf(coroutine(() -> {
                await(yieldNow());
                throw error;
            })));
            return Coroutine.of(failure);
        }));
        assertThat(seen).isSameAs(error);
    }

    @Test
    void aTailCallOfALeafResultsInTheLeafsOutcome() {
        assertThat(run(tail(yieldNow()))).isNull();
        Object seen = run(coroutine(() -> {
            await(tail(yieldNow()));
            return Coroutine.of("after");
        }));
        assertThat(seen).isEqualTo("after");
    }

    @Test
    void aTailCallOfAValueOrAFailureResultsInThat() {
        assertThat(run(tail(Coroutine.of(5)))).isEqualTo(5);
        IOException failure = new IOException();
        assertThatThrownBy(() -> run(tail(Coroutine.failed(failure)))).isSameAs(failure);
    }

    @Test
    void awaitedByHandItBecomesATask() {
        Object value = run(coroutine(() -> {
            Deferred<Object> done = new Deferred<>();
            Coroutine<Object> callee = coroutine(() -> {
                await(yieldNow());
                return Coroutine.of("value");
            });
            Awaiter<Object> awaiter = callee.awaiter();
            awaiter.onDone(() -> done.complete(null));
            await(done);
            return Coroutine.of(resultOf(awaiter));
        }));
        assertThat(value).isEqualTo("value");
        assertThatThrownBy(() -> coroutine(() -> Coroutine.of(null)).awaiter()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
    }

    private static Object resultOf(Awaiter<?> awaiter) {
        try {
            return awaiter.result();
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }

    @Async
    @SuppressWarnings("unchecked")
    private static Coroutine<Object> tail(Coroutine<?> returned) {
        return (Coroutine<Object>) returned;
    }
}
