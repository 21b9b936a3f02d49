package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

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
                return TaskGroup.open(g -> Steps.named("body").then(v -> g.createTask(asAwaitable(inner))));
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
                return HotScript.call((number, received) -> number == 0 ? HotScript.await(createTask(asAwaitable(inner))) : received.get());
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
            return inner instanceof CompletableFuture<?> ? Steps.<Object>named("adapter").then(v -> inner) : cast(inner);
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
    private static Steps<Object> level(Way way, int n, Deferred<Object> innermost) {
        return Steps.<Object>named("level").then(v -> n == 0 ? innermost : way.around(level(way, n - 1, innermost)));
    }

    private static Object inDepth(Way way, Steps.Step atTheEnd, java.util.function.BiConsumer<Task<Object>, Deferred<Object>> end) throws Exception {
        return SmallStack.call(() -> {
            List<Task<Object>> outermost = new ArrayList<>();
            return run(Steps.<Object>named("main").then(v -> {
                Deferred<Object> innermost = new Deferred<>();
                outermost.add(createTask(level(way, DEEP, innermost)));
                EventLoop loop = innermost.loop();
                return Steps.named("until all wait").then(w -> LoopMachine.repeat(4 * DEEP, Coroutines::yieldNow)).then(w -> {
                    assertThat(outermost.get(0).toString()).startsWith("<Task pending");
                    assertThat(outermost.get(0).getStack()).isNotEmpty();
                    end.accept(outermost.get(0), innermost);
                    assertThat(loop.isRunning()).isTrue();
                    return outermost.get(0);
                });
            }).handle(atTheEnd));
        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isCancelled(Way way) throws Exception {
        Object ended = inDepth(way, (value, failure) -> result(failure), (outermost, innermost) -> outermost.cancel());
        assertThat(ended).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isCancelledByTheEndOfRun(Way way) throws Exception {
        assertThat(SmallStack.call(() -> run(named("main").then(v -> {
            createTask(level(way, DEEP, new Deferred<>()));
            return LoopMachine.repeat(4 * DEEP, Coroutines::yieldNow);
        }).then(v -> result("end"))))).isEqualTo("end");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void fails(Way way) throws Exception {
        IllegalStateException failure = new IllegalStateException("innermost");
        Object ended = inDepth(way, (value, seen) -> {
            if (seen != null) {
                ((Throwable) seen).printStackTrace(new PrintStream(OutputStream.nullOutputStream()));
            }
            return result(seen == null ? value : seen);
        }, (outermost, innermost) -> innermost.fail(failure));
        assertThat(ended).isNotNull();
        ended.toString();
    }

    @Test
    void tasksThatAwaitEachOtherInACircleOfGatheringsAreFreed() throws Exception {
        Object ended = SmallStack.call(() -> run(Steps.<Object>named("main").then(v -> {
            Deferred<Task<Object>> first = new Deferred<>();
            Steps<Object> inner = Steps.<Object>named("closing").then(w -> first).then(task -> gather(List.of((Awaitable<?>) task)));
            Awaitable<Object> chain = inner;
            for (int i = 0; i < DEEP; i++) {
                Awaitable<Object> next = chain;
                chain = Steps.<Object>named("level").then(w -> gather(List.of(next)));
            }
            Task<Object> outermost = createTask(chain);
            return Steps.named("waiting").then(w -> LoopMachine.repeat(2 * DEEP, Coroutines::yieldNow)).then(w -> {
                first.complete(outermost);
                return yieldNow();
            }).then(w -> yieldNow()).then(w -> {
                outermost.cancel();
                return outermost;
            });
        }).handle((value, failure) -> result(failure))));
        assertThat(ended).isInstanceOf(CancellationException.class);
    }

    @Test
    void aTaskThatTwoGatheringsInACircleWaitForGoesOnOnce() {
        Log log = new Log();
        TestLoop.virtualTime(() -> run(named("main").then(v -> {
            List<Task<Object>> tasks = new ArrayList<>();
            tasks.add(createTask(Steps.<Object>named("a").then(w -> gather(tasks.get(1), tasks.get(2))).handle((w, failure) -> {
                log.cancelled("a", failure);
                return yieldNow();
            }).then(w -> {
                log.add("a goes on");
                return yieldNow();
            })));
            tasks.add(createTask(Steps.<Object>named("b").then(w -> gather(tasks.get(0)))));
            tasks.add(createTask(Steps.<Object>named("c").then(w -> gather(tasks.get(0)))));
            return Steps.named("cancelling").then(w -> yieldNow()).then(w -> yieldNow()).then(w -> {
                tasks.get(0).cancel("why");
                return waitAll(tasks);
            });
        })));
        assertThat(log.entries()).containsExactly("a why", "a goes on");
    }

    @Test
    void gatheringsThatShareTheirChildrenAreWalkedOnce() {
        assertThat(run(named("main").then(v -> {
            Awaitable<?> inner = createTask(Steps.named("innermost").then(w -> new Deferred<>()));
            for (int i = 0; i < 1000; i++) {
                inner = gather(List.of(inner, inner)); // 2 to the 1000th ways lead to the innermost
            }
            Deferred<?> outermost = (Deferred<?>) inner;
            return Steps.named("cancelling").then(w -> yieldNow()).then(w -> result(outermost.cancel()));
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
