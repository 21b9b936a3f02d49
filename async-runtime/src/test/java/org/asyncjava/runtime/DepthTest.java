package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.any;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;
import static org.asyncjava.runtime.Programs.outcomeOf;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing recurses with the depth of the program: cancelling, failing, telling and printing need no more stack for many levels than for ten. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DepthTest {
    private static final int DEEP = 20_000; // of 100 bytes each is four times the stack

    /** How one level waits for the next. */
    private enum Way {
        TASK {
            @Override
            Object around(Object inner) {
                return createTask(asAwaitable(inner));
            }
        },
        GATHER {
            @Override
            Object around(Object inner) {
                return gather(asAwaitable(inner));
            }
        },
        GATHER_OUTCOMES {
            @Override
            Object around(Object inner) {
                return gatherOutcomes(asAwaitable(inner), asAwaitable(inner));
            }
        },
        GROUP {
            @Override
            Object around(Object inner) {
                return TaskGroup.open(g -> coroutine(() -> Coroutine.of(await(g.createTask(asAwaitable(inner))))));
            }
        },
        RACE {
            @Override
            Object around(Object inner) {
                return race(asAwaitable(inner));
            }
        },
        WAIT_FOR {
            @Override
            Object around(Object inner) {
                return waitFor(createTask(asAwaitable(inner)), Duration.ofDays(1));
            }
        },
        HOT {
            @Override
            Object around(Object inner) {
                return HotScript.call((number, received) -> switch (number) {
                    case 0 -> HotScript.await(yieldNow()); // up to here it is a plain call
                    case 1 -> HotScript.await(inner);
                    default -> received.get();
                });
            }
        },
        HOT_AND_TASK {
            @Override
            Object around(Object inner) {
                return hot(() -> createTask(asAwaitable(inner)));
            }
        },
        TO_FUTURE {
            @Override
            Object around(Object inner) {
                return createTask(asAwaitable(inner)).toFuture();
            }
        };

        /** What to await for what is inside. */
        abstract Object around(Object inner);

        private static Awaitable<Object> asAwaitable(Object inner) {
            return inner instanceof CompletableFuture<?> ? any(inner) : cast(inner);
        }

        @SuppressWarnings("unchecked")
        private static Awaitable<Object> cast(Object inner) {
            return (Awaitable<Object>) inner;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(Way.values());
    }

    /** Level n awaits level n - 1 in the given way; each begins when the one outside of it awaits it. */
    @Async
    private static Coroutine<Object> level(Way way, int n, Deferred<Object> innermost) {
        return any(n == 0 ? innermost : way.around(level(way, n - 1, innermost)));
    }

    private static Object inDepth(Way way, BiFunction<Object, Throwable, Object> atTheEnd, BiConsumer<Task<Object>, Deferred<Object>> end)
            throws Exception {
        return SmallStack.call(() -> run(coroutine(() -> {
            Deferred<Object> innermost = new Deferred<>();
            Task<Object> outermost = createTask(level(way, DEEP, innermost));
            await(Programs.repeat(4 * DEEP, Coroutines::yieldNow));
            assertThat(outermost.toString()).startsWith("<Task pending");
            assertThat(outermost.getStack()).isNotEmpty();
            end.accept(outermost, innermost);
            assertThat(innermost.loop().isRunning()).isTrue();
            Outcome<Object> outcome = await(outcomeOf(outermost));
            return Coroutine.of(atTheEnd.apply(outcome.value(), outcome.failure()));
        })));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isCancelled(Way way) throws Exception {
        Object ended = inDepth(way, (value, failure) -> failure, (outermost, innermost) -> outermost.cancel());
        assertThat(ended).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isCancelledByTheEndOfRun(Way way) throws Exception {
        assertThat(SmallStack.call(() -> run(coroutine(() -> {
            createTask(level(way, DEEP, new Deferred<>()));
            await(Programs.repeat(4 * DEEP, Coroutines::yieldNow));
            return Coroutine.of("end");
        })))).isEqualTo("end");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void fails(Way way) throws Exception {
        IllegalStateException failure = new IllegalStateException("innermost");
        Object ended = inDepth(way, (value, seen) -> {
            if (seen != null) {
                seen.printStackTrace(new PrintStream(OutputStream.nullOutputStream()));
            }
            return seen == null ? value : seen;
        }, (outermost, innermost) -> innermost.fail(failure));
        assertThat(ended).isNotNull();
        ended.toString();
    }

    @Test
    void tasksThatAwaitEachOtherInACircleOfGatheringsAreFreed() throws Exception {
        Object ended = SmallStack.call(() -> run(coroutine(() -> {
            Deferred<Task<Object>> first = new Deferred<>();
            Coroutine<Object> inner = coroutine(() -> {
                var task = await(first);
                return Coroutine.of(await(gather(List.of((Awaitable<?>) task))));
            });
            Awaitable<Object> chain = inner;
            for (int i = 0; i < DEEP; i++) {
                Awaitable<Object> next = chain;
                chain = coroutine(() -> Coroutine.of(await(gather(List.of(next)))));
            }
            Task<Object> outermost = createTask(chain);
            Throwable failure = await(failureOf(coroutine(() -> {
                await(Programs.repeat(2 * DEEP, Coroutines::yieldNow));
                first.complete(outermost);
                await(yieldNow());
                await(yieldNow());
                outermost.cancel();
                return Coroutine.of(await(outermost));
            })));
            return Coroutine.of(failure);
        })));
        assertThat(ended).isInstanceOf(CancellationException.class);
    }

    @Test
    void aTaskThatTwoGatheringsInACircleWaitForGoesOnOnce() {
        Log log = new Log();
        TestLoop.virtualTime(() -> run(coroutine(() -> {
            List<Task<Object>> tasks = new ArrayList<>();
            tasks.add(createTask(coroutine(() -> {
                Throwable failure = await(failureOf(gather(tasks.get(1), tasks.get(2))));
                log.cancelled("a", failure);
                await(yieldNow());
                log.add("a goes on");
                await(yieldNow());
                return Coroutine.of(null);
            })));
            tasks.add(createTask(coroutine(() -> Coroutine.of(await(gather(tasks.get(0)))))));
            tasks.add(createTask(coroutine(() -> Coroutine.of(await(gather(tasks.get(0)))))));
            await(yieldNow());
            await(yieldNow());
            tasks.get(0).cancel("why");
            return Coroutine.of(await(waitAll(tasks)));
        })));
        assertThat(log.entries()).containsExactly("a why", "a goes on");
    }

    @Test
    void gatheringsThatShareTheirChildrenAreWalkedOnce() {
        assertThat(run(coroutine(() -> {
            Awaitable<?> inner = createTask(coroutine(() -> Coroutine.of(await(new Deferred<>()))));
            for (int i = 0; i < 1000; i++) {
                inner = gather(List.of(inner, inner)); // 2 to the 1000th ways lead to the innermost
            }
            Deferred<?> outermost = (Deferred<?>) inner;
            await(yieldNow());
            return Coroutine.of(outermost.cancel());
        }))).isEqualTo(true);
    }

    @Test
    void groupsOfExceptionsAreDividedHandledAndPrinted() throws Exception {
        SmallStack.call(() -> {
            Throwable nested = new IllegalStateException("innermost");
            for (int i = 0; i < DEEP; i++) {
                nested = i % 2 == 0 ? new ExceptionGroup("level", List.of(nested, new IllegalArgumentException("beside")))
                        : new ExceptionGroup("level", List.of(new IllegalArgumentException("before"), nested));
            }
            ExceptionGroup group = (ExceptionGroup) nested;
            assertThat(group.split(IllegalStateException.class::isInstance).matching()).isPresent();
            List<Throwable> handled = new ArrayList<>();
            assertThat(group.handle(IllegalArgumentException.class, handled::add)).isPresent();
            assertThat(handled).hasSize(DEEP);
            group.printStackTrace(new PrintStream(OutputStream.nullOutputStream()));
            group.printStackTrace(new PrintWriter(OutputStream.nullOutputStream()));
            return null;
        });
    }
}
