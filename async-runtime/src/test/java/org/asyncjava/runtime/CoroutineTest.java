package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.asyncjava.runtime.abi.Cold;
import org.asyncjava.runtime.abi.ColdMachine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoroutineTest {
    private final Log log = new Log();

    @Test
    void nothingRunsBeforeItIsAwaited() {
        Coroutine<Object> coroutine = named("body").then(v -> {
            log.add("ran");
            return result(null);
        });
        assertThat(log.entries()).isEmpty();
        assertThat(coroutine).hasToString("<Demo.body() created>");
        run(coroutine);
        assertThat(log.entries()).containsExactly("ran");
        assertThat(coroutine).hasToString("<Demo.body() done>");
    }

    @Test
    void valuesMayBeAwaitedAsOftenAsOneLikes() {
        Coroutine<String> value = Coroutine.of("value");
        List<Object> seen = new ArrayList<>();
        run(named("main").then(v -> value).then(v -> {
            seen.add(v);
            return value;
        }).then(v -> {
            seen.add(v);
            return Coroutine.done();
        }).then(v -> {
            seen.add(v);
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

    @Test
    @DisplayName("HARD_CASES 67: awaiting a coroutine twice")
    void aStartedOneCannotBeStartedAgain() {
        Coroutine<Object> once = named("once").then(v -> result(1));
        assertThatThrownBy(() -> run(named("main").then(v -> once).then(v -> once))).isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine: <Demo.once() done>");
    }

    @Test
    void aSuspendedOneCannotBeAwaitedBySomebodyElse() {
        Coroutine<Object> once = named("once").then(v -> yieldNow()).then(v -> result(1));
        assertThatThrownBy(() -> run(named("main").then(v -> {
            Coroutines.createTask(named("first").then(w -> once));
            return yieldNow();
        }).then(v -> once))).isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot reuse already awaited coroutine: <Demo.once() running at Demo.java:11>");
    }

    @Test
    void returningAStartedOneFails() {
        Coroutine<Object> once = named("once").then(v -> result(1));
        assertThatThrownBy(() -> run(named("main").then(v -> once).then(v -> new Tail(once)))).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot reuse already awaited coroutine");
    }

    @Test
    void returningNullFailsAndNamesTheMethod() {
        assertThatThrownBy(() -> run(new Tail(null))).isInstanceOf(NullPointerException.class)
                .hasMessage("Demo.tail returned null instead of a Coroutine");
    }

    @Test
    @DisplayName("HARD_CASES 37: a null operand")
    void awaitingNullThrowsAtTheAwait() {
        assertThatThrownBy(() -> run(named("main").then(v -> {
            Cold.pending((Awaitable<?>) null, named("x"));
            return result(null);
        }))).isInstanceOf(NullPointerException.class).hasMessage("the operand of await is null");
        assertThatThrownBy(() -> Cold.pending((CompletableFuture<?>) null, named("x"))).isInstanceOf(NullPointerException.class)
                .hasMessage("the operand of await is null");
    }

    @Test
    @DisplayName("HARD_CASES 34: a failure before the first await")
    void aBodyThatThrowsAtOnceFailsTheAwaitNotTheCall() {
        Coroutine<Object> failing = named("failing").then(v -> {
            throw new IOException("at once");
        });
        Object seen = run(named("main").then(v -> failing).handle((v, failure) -> result(failure)));
        assertThat(seen).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("HARD_CASES 33: errors")
    void errorsGoThroughAwaitsToo() {
        Error error = new StackOverflowError();
        Object seen = run(named("main").then(v -> named("callee").then(w -> yieldNow()).then(w -> {
            throw error;
        })).handle((v, failure) -> result(failure)));
        assertThat(seen).isSameAs(error);
    }

    @Test
    void aTailCallOfALeafResultsInTheLeafsOutcome() {
        assertThat(run(new Tail(yieldNow()))).isNull();
        Object seen = run(named("main").then(v -> new Tail(yieldNow())).then(v -> result("after")));
        assertThat(seen).isEqualTo("after");
    }

    @Test
    void aTailCallOfAValueOrAFailureResultsInThat() {
        assertThat(run(new Tail(Coroutine.of(5)))).isEqualTo(5);
        IOException failure = new IOException();
        assertThatThrownBy(() -> run(new Tail(Coroutine.failed(failure)))).isSameAs(failure);
    }

    @Test
    void awaitedByHandItBecomesATask() {
        Object value = run(named("main").then(v -> {
            Deferred<Object> done = new Deferred<>();
            Awaiter<Object> awaiter = named("callee").then(w -> yieldNow()).then(w -> result("value")).awaiter();
            awaiter.onDone(() -> done.complete(null));
            return Steps.after(named("waiting").then(w -> done), awaiter);
        }).then(v -> result(((Awaiter<?>) v).result())));
        assertThat(value).isEqualTo("value");
        assertThatThrownBy(() -> named("callee").awaiter()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no running event loop");
    }

    /** {@code return returned;}. */
    private static final class Tail extends ColdMachine<Object> {
        private final Coroutine<?> returned;

        private Tail(Coroutine<?> returned) {
            this.returned = returned;
        }

        @Override
        protected void resume() {
            Cold.finish(returned, this);
        }

        @Override
        protected String source() {
            return "demo.Demo\0tail\0Demo.java\0";
        }
    }
}
