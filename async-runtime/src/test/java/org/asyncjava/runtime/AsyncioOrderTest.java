package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The order of events is what CPython 3.11 prints for the same programs. */
class AsyncioOrderTest { // HARD_CASES 72
    private final Log log = new Log();

    @Test
    void tasksStartInTheOrderOfCreationAndWaitersWakeInTheOrderOfWaiting() {
        run(named("main").then(v -> {
            EventLoop loop = Coroutines.currentLoop();
            Deferred<Void> future = new Deferred<>();
            Task<?> first = createTask(worker(1, future));
            Task<?> second = createTask(worker(2, future));
            loop.callSoon(log.adding("callback 1"));
            return named("rest").then(w -> yieldNow()).then(w -> {
                log.add("main");
                loop.callSoon(log.adding("callback 2"));
                return yieldNow();
            }).then(w -> {
                log.add("main again");
                future.complete(null);
                future.addDoneCallback(done -> log.add("late callback"));
                log.add("set");
                return first;
            }).then(w -> {
                log.add("first");
                return second;
            }).then(w -> {
                log.add("second");
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly("1 start", "2 start", "callback 1", "main", "1 middle", "2 middle", "callback 2",
                "main again", "set", "1 end", "2 end", "late callback", "first", "second");
    }

    private Coroutine<Void> worker(int number, Deferred<Void> future) {
        return Steps.<Void>named("worker").then(v -> {
            log.add(number + " start");
            return yieldNow();
        }).then(v -> {
            log.add(number + " middle");
            return future;
        }).then(v -> {
            log.add(number + " end");
            return result(null);
        });
    }

    @Test
    void callbacksAndWaitersOfOneFutureRunInTheOrderTheyCame() {
        run(named("main").then(v -> {
            Deferred<Void> future = new Deferred<>();
            future.addDoneCallback(done -> log.add("callback 1"));
            Task<?> first = createTask(named("first").then(w -> future).then(w -> {
                log.add("first resumed");
                return result(null);
            }));
            Task<?> second = createTask(named("second").then(w -> yieldNow()).then(w -> yieldNow()).then(w -> {
                log.add("second");
                return result(null);
            }));
            return Steps.after(yieldNow(), List.of(future, first, second));
        }).then(v -> {
            @SuppressWarnings("unchecked")
            List<LoopFuture<Void>> futures = (List<LoopFuture<Void>>) v;
            futures.get(0).addDoneCallback(done -> log.add("callback 2"));
            ((Deferred<Void>) futures.get(0)).complete(null);
            Coroutines.currentLoop().callSoon(log.adding("soon"));
            return Coroutines.gather(futures);
        }).then(v -> result(null)));
        assertThat(log.entries()).containsExactly("callback 1", "first resumed", "callback 2", "soon", "second");
    }

    @Test
    void aTurnRunsWhatIsReadyThenTheTimersThatAreDue() {
        TestLoop.virtualTime(() -> run(named("main").then(v -> {
            EventLoop loop = Coroutines.currentLoop();
            long now = loop.time();
            loop.callAt(now + 20, log.adding("20 a"));
            loop.callAt(now + 10, log.adding("10"));
            loop.callAt(now + 20, log.adding("20 b"));
            loop.callLater(Duration.ofSeconds(-1), log.adding("negative"));
            loop.callSoon(log.adding("soon"));
            loop.callLater(Duration.ZERO, log.adding("zero"));
            loop.callSoon(log.adding("never")).cancel();
            loop.callSoon(() -> {
                log.add("outer");
                loop.callSoon(log.adding("inner"));
            });
            loop.callSoon(log.adding("third"));
            return sleep(Duration.ofMillis(50));
        }).then(v -> result(null))));
        assertThat(log.entries()).containsExactly("soon", "outer", "third", "negative", "zero", "inner", "10", "20 a", "20 b");
    }

    @Test
    void awaitingACoroutineOrAFutureThatIsDoneYieldsToNobody() {
        run(named("main").then(v -> {
            createTask(named("other").then(w -> {
                log.add("other");
                return result(null);
            }));
            Deferred<String> done = new Deferred<>();
            done.complete("done");
            return done;
        }).then(v -> named("callee").then(w -> Coroutine.of("value")).then(Steps::result)).then(v -> {
            log.add("main");
            return yieldNow();
        }).then(v -> result(null)));
        assertThat(log.entries()).containsExactly("main", "other");
    }

    @Test
    void leftoversAreCancelledInTheOrderOfCreationAndMayCleanUp() {
        List<FailureContext> reported = new ArrayList<>();
        Object value = run(named("main").then(v -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            createTask(leftover(1));
            createTask(leftover(2));
            createTask(named("bad").then(w -> sleep(Duration.ofSeconds(100))).handle((w, failure) -> {
                throw new IllegalArgumentException("shutdown");
            }));
            return yieldNow();
        }).then(v -> {
            log.add("main ends");
            return result(5);
        }));
        assertThat(value).isEqualTo(5);
        assertThat(log.entries()).containsExactly("main ends", "cancel 1", "cancel 2", "cleaned 1", "cleaned 2");
        assertThat(reported).singleElement().satisfies(context -> {
            assertThat(context.message()).isEqualTo("unhandled exception during run() shutdown");
            assertThat(context.exception()).isInstanceOf(IllegalArgumentException.class).hasMessage("shutdown");
        });
    }

    private Coroutine<Void> leftover(int number) {
        return Steps.<Void>named("leftover").then(v -> sleep(Duration.ofSeconds(100))).handle((v, failure) -> {
            log.add("cancel " + number);
            return Steps.after(yieldNow(), failure);
        }).then(failure -> {
            log.add("cleaned " + number);
            throw (Throwable) failure;
        });
    }
}
