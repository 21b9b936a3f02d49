package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** The order of events is what CPython 3.11 prints for the same programs. */
class AsyncioOrderTest { // HARD_CASES 72
    private final Log log = new Log();

    @Test
    void tasksStartInTheOrderOfCreationAndWaitersWakeInTheOrderOfWaiting() {
        run(coroutine(() -> {
            EventLoop loop = Coroutines.currentLoop();
            Deferred<Void> future = new Deferred<>();
            Task<?> first = createTask(worker(1, future));
            Task<?> second = createTask(worker(2, future));
            loop.callSoon(log.adding("callback 1"));
            await(yieldNow());
            log.add("main");
            loop.callSoon(log.adding("callback 2"));
            await(yieldNow());
            log.add("main again");
            future.complete(null);
            future.addDoneCallback(done -> log.add("late callback"));
            log.add("set");
            await(first);
            log.add("first");
            await(second);
            log.add("second");
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("1 start", "2 start", "callback 1", "main", "1 middle", "2 middle", "callback 2",
                "main again", "set", "1 end", "2 end", "late callback", "first", "second");
    }

    @Async
    private Coroutine<Void> worker(int number, Deferred<Void> future) {
        log.add(number + " start");
        await(yieldNow());
        log.add(number + " middle");
        await(future);
        log.add(number + " end");
        return Coroutine.of(null);
    }

    @Test
    void callbacksAndWaitersOfOneFutureRunInTheOrderTheyCame() {
        run(coroutine(() -> {
            Deferred<Void> future = new Deferred<>();
            future.addDoneCallback(done -> log.add("callback 1"));
            Task<?> first = createTask(coroutine(() -> {
                await(future);
                log.add("first resumed");
                return Coroutine.of(null);
            }));
            Task<?> second = createTask(coroutine(() -> {
                await(yieldNow());
                await(yieldNow());
                log.add("second");
                return Coroutine.of(null);
            }));
            await(yieldNow());
            future.addDoneCallback(done -> log.add("callback 2"));
            future.complete(null);
            Coroutines.currentLoop().callSoon(log.adding("soon"));
            await(Coroutines.gather(future, first, second));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("callback 1", "first resumed", "callback 2", "soon", "second");
    }

    @Test
    void aTurnRunsWhatIsReadyThenTheTimersThatAreDue() {
        TestLoop.virtualTime(() -> run(coroutine(() -> {
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
            await(sleep(Duration.ofMillis(50)));
            return Coroutine.of(null);
        })));
        assertThat(log.entries()).containsExactly("soon", "outer", "third", "negative", "zero", "inner", "10", "20 a", "20 b");
    }

    @Test
    void awaitingACoroutineOrAFutureThatIsDoneYieldsToNobody() {
        run(coroutine(() -> {
            createTask(coroutine(() -> {
                log.add("other");
                return Coroutine.of(null);
            }));
            Deferred<String> done = new Deferred<>();
            done.complete("done");
            await(done);
            await(coroutine(() -> Coroutine.of(await(Coroutine.of("value")))));
            log.add("main");
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("main", "other");
    }

    @Test
    void leftoversAreCancelledInTheOrderOfCreationAndMayCleanUp() {
        List<FailureContext> reported = new ArrayList<>();
        Object value = run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            createTask(leftover(1));
            createTask(leftover(2));
            createTask(coroutine(() -> {
                await(failureOf(sleep(Duration.ofSeconds(100))));
                throw new IllegalArgumentException("shutdown");
            }));
            await(yieldNow());
            log.add("main ends");
            return Coroutine.of(5);
        }));
        assertThat(value).isEqualTo(5);
        assertThat(log.entries()).containsExactly("main ends", "cancel 1", "cancel 2", "cleaned 1", "cleaned 2");
        assertThat(reported).singleElement().satisfies(context -> {
            assertThat(context.message()).isEqualTo("unhandled exception during run() shutdown");
            assertThat(context.exception()).isInstanceOf(IllegalArgumentException.class).hasMessage("shutdown");
        });
    }

    @Async
    private Coroutine<Void> leftover(int number) {
        Throwable failure = await(failureOf(sleep(Duration.ofSeconds(100))));
        log.add("cancel " + number);
        await(yieldNow());
        log.add("cleaned " + number);
        throw Sneaky.rethrow(failure);
    }
}
