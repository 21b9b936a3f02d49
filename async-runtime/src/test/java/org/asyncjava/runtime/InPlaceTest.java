package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Code that is written where a coroutine is wanted. */
class InPlaceTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void runTakesCode() {
        assertThat(run(() -> {
            await(yieldNow());
            return Coroutine.of("done");
        })).isEqualTo("done");
    }

    @Test
    void runTakesCodeThatEndsWithAnotherCoroutine() {
        assertThat(run(() -> Coroutine.of(41))).isEqualTo(41);
        assertThat(run(() -> coroutine(() -> Coroutine.of(42)))).isEqualTo(42);
    }

    @Test
    void aCheckedFailureOfRunCanBeCaught() {
        IOException failure = new IOException("broken");
        try {
            run(() -> {
                await(yieldNow());
                if (log.isEmpty()) {
                    throw failure;
                }
                return Coroutine.done();
            }, IOException.class);
            log.add("no failure");
        } catch (IOException caught) {
            assertThat(caught).isSameAs(failure);
        }
        assertThat(log).isEmpty();
    }

    /** It would fit an {@code Awaitable}, too: it says so itself that it is a coroutine. */
    @Test
    void codeThatNeverReturnsIsACoroutine() {
        run(() -> {
            Task<Void> ticker = createTask(coroutine(() -> {
                while (true) {
                    log.add("tick");
                    await(yieldNow());
                }
            }));
            await(yieldNow());
            await(yieldNow());
            ticker.cancel();
            return Coroutine.done();
        });
        assertThat(log).startsWith("tick", "tick");
    }

    @Test
    void codeWithoutAnAwaitRunsWhenItIsAwaitedToo() {
        run(() -> {
            Coroutine<String> later = coroutine(() -> {
                log.add("runs");
                return Coroutine.of("result");
            });
            log.add("made");
            log.add(await(later));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("made", "runs", "result");
    }

    @Test
    void itRunsOnceAsEveryCoroutine() {
        run(() -> {
            Coroutine<Void> once = coroutine(() -> Coroutine.done());
            await(once);
            assertThatThrownBy(() -> createTask(once).result()).isInstanceOf(InvalidStateException.class);
            Task<Void> again = createTask(once);
            await(yieldNow());
            assertThat(again.exception()).isInstanceOf(IllegalStateException.class).hasMessageStartingWith("cannot reuse already awaited coroutine: ");
            return Coroutine.done();
        });
    }

    @Test
    void aTaskOfCodeBeginsInTheNextTurn() {
        run(() -> {
            Task<Integer> task = createTask(() -> {
                log.add("task");
                return Coroutine.of(1);
            });
            Task<Integer> other = currentLoop().createTask(() -> Coroutine.of(2));
            log.add("made");
            log.add(await(gather(task, other)).toString());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("made", "task", "[1, 2]");
    }

    @Test
    void aTaskOfCodeInAGroup() {
        int result = run(TaskGroup.open(g -> {
            Task<Integer> one = g.createTask(() -> {
                await(yieldNow());
                return Coroutine.of(1);
            });
            return Coroutine.of(await(one) + 1);
        }));
        assertThat(result).isEqualTo(2);
    }

    @Test
    void whatTheCodeThrowsIsTheFailure() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> run(coroutine(() -> {
            throw failure;
        }))).isSameAs(failure);
        assertThatThrownBy(() -> run(coroutine(() -> null))).isInstanceOf(NullPointerException.class).hasMessageContaining("returned null");
    }

    @Test
    void callTurnsWhatALambdaThrowsIntoAFailedCoroutine() {
        IOException failure = new IOException("broken");
        AsyncSupplier<String> supplier = () -> {
            throw failure;
        };
        AsyncFunction<String, String> function = argument -> {
            throw failure;
        };
        AsyncConsumer<String> consumer = argument -> {
            throw failure;
        };
        for (Coroutine<?> failed : List.of(supplier.call(), function.call("x"), consumer.call("x"))) {
            assertThatThrownBy(() -> run(failed)).isSameAs(failure);
        }
        AsyncFunction<Integer, Integer> fine = argument -> Coroutine.of(argument + await(Coroutine.of(1)));
        assertThat(run(fine.call(1))).isEqualTo(2);
    }

    @Test
    void theCurrentLoopIsTheOneThatRuns() {
        try (EventLoop loop = new EventLoop()) {
            List<EventLoop> seen = new ArrayList<>();
            loop.callSoon(() -> seen.add(currentLoop()));
            assertThat(loop.runUntilComplete(coroutine(() -> Coroutine.of(currentLoop())))).isSameAs(loop);
            assertThat(seen).containsExactly(loop);
        }
        assertThatThrownBy(Coroutines::currentLoop).isInstanceOf(IllegalStateException.class).hasMessage("no running event loop: currentLoop() works only"
                + " inside Coroutines.run(...) or another running EventLoop, on the loop's thread");
    }
}
