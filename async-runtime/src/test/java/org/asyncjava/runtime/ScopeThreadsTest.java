package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.on;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where scopes run where no loop does: on which threads, in which context, with which dispatcher, and what is left of them. */
class ScopeThreadsTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final ContextVar<String> USER = new ContextVar<>("user");

    private final ExecutorService pool = Executors.newFixedThreadPool(2, work -> new Thread(work, "pool"));

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    private static <T> T outcome(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    @Async
    private static <T> CompletableFuture<T> hot(AsyncSupplier<T> code) {
        return CompletableFuture.completedFuture(await(code.call()));
    }

    private static String here() {
        return Thread.currentThread().getName();
    }

    @Test
    void theFirstTurnRunsOnTheCallingThreadAndLaterOnesWithTheDispatcher() throws Exception {
        CompletableFuture<Void> operand = new CompletableFuture<>();
        List<String> threads = new ArrayList<>();
        CompletableFuture<Void> result = Dispatcher.call(pool, () -> hot(() -> {
            await(TaskGroup.open(g -> {
                threads.add(here());
                await(g.createTask(() -> {
                    threads.add(here());
                    await(operand);
                    threads.add(here());
                    return Coroutine.done();
                }));
                return Coroutine.done();
            }));
            threads.add(here() + " " + (Dispatcher.current().orElseThrow().equals(Dispatcher.of(pool))) + " " + EventLoop.on(ThreadState.current()));
            return Coroutine.done();
        }));
        assertThat(threads).containsExactly(here(), here());
        operand.complete(null);
        outcome(result);
        assertThat(threads).containsExactly(here(), here(), "pool", "pool true null");
    }

    @Test
    void withoutADispatcherTheMethodGoesOnWithoutOneOutsideOfTheStrand() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        CompletableFuture<List<Object>> result = hot(() -> {
            List<Object> seen = new ArrayList<>();
            await(withTimeout(LONG, t -> {
                await(operand);
                seen.add(currentLoop() == Dispatcher.current().orElseThrow());
                return Coroutine.done();
            }));
            seen.add(Dispatcher.current());
            seen.add(EventLoop.on(ThreadState.current()) == null);
            return Coroutine.of(seen);
        });
        operand.complete("go");
        assertThat(outcome(result).toString()).isEqualTo("[true, Optional.empty, true]");
    }

    /** It goes on with its dispatcher, not on the loop on whose thread it was called. */
    @Test
    void aMethodWithAnotherDispatcherOnALoopsThreadHasAStrand() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        AtomicReference<CompletableFuture<Boolean>> result = new AtomicReference<>();
        run(() -> {
            EventLoop loop = currentLoop();
            result.set(Dispatcher.call(pool, () -> hot(() -> Coroutine.of(await(TaskGroup.open(g -> {
                Task<String> left = g.createTask(() -> Coroutine.of(await(operand)));
                await(CompletableFuture.supplyAsync(() -> "elsewhere", pool));
                return Coroutine.of(currentLoop() != loop && left.loop() == currentLoop());
            }))))));
            return Coroutine.of(null);
        });
        operand.complete("go");
        assertThat(outcome(result.get())).isTrue();
    }

    @Test
    void aScopeRunsInACopyOfTheContext() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        CompletableFuture<List<String>> result = new Context().call(() -> {
            USER.set("Ann");
            return hot(() -> {
                List<String> seen = new ArrayList<>();
                await(withTimeout(LONG, t -> {
                    await(operand);
                    seen.add(USER.get());
                    USER.set("Bob");
                    seen.add(await(gather(coroutine(() -> Coroutine.of(USER.get())))).get(0));
                    return Coroutine.done();
                }));
                seen.add(USER.get());
                seen.add(await(gather(coroutine(() -> {
                    await(yieldNow());
                    return Coroutine.of(USER.get());
                }))).get(0));
                return Coroutine.of(seen);
            });
        });
        operand.complete("go");
        assertThat(outcome(result)).containsExactly("Ann", "Bob", "Ann", "Ann");
    }

    private static final class Moody implements Executor {
        private final ExecutorService threads;
        private int left;

        private Moody(ExecutorService threads, int left) {
            this.threads = threads;
            this.left = left;
        }

        @Override
        public void execute(Runnable work) {
            synchronized (this) {
                if (left-- == 0) {
                    throw new RejectedExecutionException("full");
                }
            }
            threads.execute(work);
        }
    }

    /** The strand's turn is refused at first, and later that of the method itself. Nothing is lost, whichever it is. */
    @Test
    void aRefusalIsThrownAtTheAwaitThatWasToGoOn() throws Exception {
        for (int taken = 0; taken < 3; taken++) {
            CompletableFuture<String> operand = new CompletableFuture<>();
            List<String> log = new ArrayList<>();
            CompletableFuture<String> result = Dispatcher.call(new Moody(pool, taken), () -> hot(() -> {
                try {
                    return Coroutine.of(await(TaskGroup.open(g -> {
                        try {
                            await(operand);
                            return Coroutine.of("went well");
                        } finally {
                            log.add("cleaned up");
                        }
                    })));
                } catch (ExceptionGroup | RejectedExecutionException refused) {
                    log.add(refused.getClass().getSimpleName());
                    return Coroutine.of("refused");
                }
            }));
            operand.complete("go");
            assertThat(outcome(result)).isEqualTo(taken == 2 ? "went well" : "refused");
            assertThat(log).containsExactlyElementsOf(List.of(List.of("cleaned up", "ExceptionGroup"), List.of("cleaned up", "RejectedExecutionException"),
                    List.of("cleaned up")).get(taken));
        }
    }

    @Test
    void anExecutorThatHasShutDownEndsTheScopeWithTheRefusal() {
        CompletableFuture<String> operand = new CompletableFuture<>();
        List<String> log = new ArrayList<>();
        CompletableFuture<String> result = Dispatcher.call(pool, () -> hot(() -> Coroutine.of(await(withTimeout(LONG, t -> {
            try {
                return Coroutine.of(await(operand));
            } finally {
                log.add("cleaned up");
            }
        })))));
        pool.shutdown();
        operand.complete("late");
        assertThatThrownBy(() -> outcome(result)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void blockingWithinAScopeForTheMethodThatAwaitsItIsRefused() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        List<CompletableFuture<String>> own = new ArrayList<>();
        own.add(hot(() -> Coroutine.of(await(withTimeout(LONG, t -> {
            await(operand);
            return Coroutine.of(own.get(0).join());
        })))));
        operand.complete("go");
        assertThatThrownBy(() -> outcome(own.get(0))).hasCauseInstanceOf(IllegalStateException.class).hasMessageContaining("await it instead");
    }

    @Test
    void aStrandIsGarbageWhenItsScopeHasEnded() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        List<WeakReference<EventLoop>> strands = new ArrayList<>();
        CompletableFuture<String> result = hot(() -> Coroutine.of(await(withTimeout(LONG, t -> {
            strands.add(new WeakReference<>(currentLoop()));
            return Coroutine.of(await(operand));
        }))));
        operand.complete("go");
        outcome(result);
        while (strands.get(0).get() != null) { // up to the test's time limit
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(result).isCompletedWithValue("go");
    }

    @Test
    void whatNobodyWouldSeeEndSaysWhatToDo() {
        for (Runnable call : List.<Runnable>of(() -> Coroutines.createTask(yieldNow()), () -> Coroutines.shield(yieldNow()),
                () -> Coroutines.asCompleted(List.of(yieldNow())))) {
            assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class).hasMessageContaining(
                    "use TaskGroup.open(g -> ...); a method that returns a CompletableFuture starts at once anyway");
        }
    }

    @Test
    void noTimeAtAllCancelsWhatIsNotDone() {
        assertThatThrownBy(() -> outcome(hot(() -> Coroutine.of(await(waitFor(coroutine(() -> Coroutine.of("never begun")), Duration.ZERO))))))
                .hasCauseInstanceOf(AsyncTimeoutException.class);
    }

    @Test
    void aLimitIsReached() {
        CompletableFuture<String> operand = new CompletableFuture<>();
        assertThatThrownBy(() -> outcome(hot(() -> Coroutine.of(await(withTimeout(Duration.ofMillis(1), t -> Coroutine.of(await(operand))))))))
                .hasCauseInstanceOf(AsyncTimeoutException.class);
        assertThat(operand).isCancelled();
    }

    // gather's Deferred

    @Test
    void aGatheringBeginsWhenItIsAwaited() throws Exception {
        List<String> log = new ArrayList<>();
        Deferred<List<String>> all = gather(coroutine(() -> {
            log.add("begun");
            return Coroutine.of("a");
        }));
        assertThat(log).isEmpty();
        assertThat(all.isDone()).isFalse();
        assertThatThrownBy(all::result).isInstanceOf(InvalidStateException.class);
        assertThat(outcome(hot(() -> Coroutine.of(await(all))))).containsExactly("a");
        assertThat(all.isDone()).isTrue();
        assertThat(all.result()).containsExactly("a");
        assertThat(outcome(hot(() -> Coroutine.of(await(all))))).containsExactly("a");
        assertThat(log).containsExactly("begun");
    }

    @Test
    void anyThreadAwaitsAGathering() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        Deferred<List<String>> all = gather(coroutine(() -> Coroutine.of(await(operand))), Coroutine.of("b"));
        CompletableFuture<List<String>> here = hot(() -> Coroutine.of(await(all)));
        CompletableFuture<List<String>> view = all.toFuture();
        CompletableFuture<List<String>> heard = new CompletableFuture<>();
        all.addDoneCallback(done -> heard.complete(done.result()));
        CompletableFuture<List<String>> onALoop = CompletableFuture.supplyAsync(() -> run(() -> {
            operand.complete("a");
            return Coroutine.of(await(waitFor(all, LONG)));
        }), pool);
        for (CompletableFuture<List<String>> each : List.of(here, view, heard, onALoop)) {
            assertThat(outcome(each)).containsExactly("a", "b");
        }
        assertThat(outcome(hot(() -> Coroutine.of(await(gather(all, all)))))).containsExactly(List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void aGatheringIsCancelledFromAnyThread() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        Deferred<List<String>> all = gather(coroutine(() -> Coroutine.of(await(operand))));
        CompletableFuture<List<String>> result = hot(() -> Coroutine.of(await(all)));
        assertThat(outcome(CompletableFuture.supplyAsync(() -> all.cancel("enough"), pool))).isTrue();
        assertThatThrownBy(() -> outcome(result)).isInstanceOf(CancellationException.class);
        assertThat(operand).isCancelled();
        assertThat(all.exception()).isInstanceOf(CancellationException.class); // as on a loop: it has failed with that
        assertThat(all.cancel()).isFalse();
    }

    @Test
    void whatIsCancelledBeforeItBeginsNeverRuns() {
        List<String> log = new ArrayList<>();
        Deferred<List<Object>> all = gather(coroutine(() -> {
            log.add("begun");
            return Coroutine.of(null);
        }));
        assertThat(all.cancel("no need")).isTrue();
        assertThat(all.exception()).isInstanceOf(CancellationException.class); // as on a loop: it has failed with that
        Throwable thrown = StageOutcome.failureOf(hot(() -> Coroutine.of(await(all)))); // which get() wraps as of Java 25
        assertThat(thrown).isInstanceOf(CancellationException.class).hasMessage("no need");
        assertThat(log).isEmpty();
    }

    /** A request that was cancelled is no news to anybody. */
    @Test
    void whatACancelledMethodAwaitedIsNotReported() {
        CompletableFuture<String> operand = new CompletableFuture<>();
        List<FailureContext> reported = new ArrayList<>();
        Deferred<List<String>> all = Dispatcher.call(Runnable::run, () -> gather(coroutine(() -> Coroutine.of(await(operand)))));
        all.loop().setExceptionHandler((loop, context) -> reported.add(context));
        Dispatcher.call(Runnable::run, () -> hot(() -> Coroutine.of(await(all)))).cancel(true);
        assertThat(operand).isCancelled();
        assertThat(all.isDone()).isTrue();
        assertThat(all.loop().unretrieved.takeAll()).isEmpty();
        assertThat(reported).isEmpty();
    }

    @Test
    void callbacksOfAGatheringAreTakenBack() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        Deferred<List<String>> all = gather(coroutine(() -> Coroutine.of(await(operand))));
        List<String> log = new ArrayList<>();
        Consumer<LoopFuture<List<String>>> callback = done -> log.add("called");
        all.addDoneCallback(callback);
        all.addDoneCallback(callback);
        assertThat(all.removeDoneCallback(callback)).isEqualTo(2);
        operand.complete("a");
        outcome(hot(() -> Coroutine.of(await(all))));
        assertThat(log).isEmpty();
    }

    // on(executor, code)

    @Test
    void codeRunsOnAnExecutorAndTheMethodComesBack() throws Exception {
        ExecutorService home = Executors.newSingleThreadExecutor(work -> new Thread(work, "home"));
        try {
            List<String> threads = outcome(Dispatcher.call(home, () -> hot(() -> {
                List<String> seen = new ArrayList<>();
                await(on(pool, () -> {
                    seen.add(here());
                    await(yieldNow());
                    seen.add(here() + " " + USER.get("nobody"));
                    return Coroutine.done();
                }));
                seen.add(here());
                return Coroutine.of(seen);
            })));
            assertThat(threads).containsExactly("pool", "pool nobody", "home");
        } finally {
            home.shutdown();
        }
    }

    @Test
    void aTaskComesBackToItsLoop() {
        List<Object> seen = run(() -> {
            EventLoop loop = currentLoop();
            String thread = await(on(pool, () -> Coroutine.of(here())));
            return Coroutine.of(Arrays.asList(thread, currentLoop() == loop));
        });
        assertThat(seen).containsExactly("pool", true);
    }

    @Test
    void anExecutorThatRefusesRunsNothing() {
        pool.shutdown();
        List<String> log = new ArrayList<>();
        assertThatThrownBy(() -> outcome(hot(() -> Coroutine.of(await(on(pool, () -> {
            log.add("ran");
            return Coroutine.of("ran");
        })))))).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log).isEmpty();
    }

    // traces

    private static List<String> calls(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).filter(frame -> "async".equals(frame.getClassLoaderName()))
                .map(frame -> frame.getMethodName().replaceAll("\\$\\d+$", "")).toList();
    }

    @Async
    private static Coroutine<String> ask(CompletableFuture<String> operand) {
        await(operand);
        throw new IllegalStateException("asked");
    }

    @Async
    private static CompletableFuture<String> limited(CompletableFuture<String> operand) {
        return CompletableFuture.completedFuture(await(withTimeout(LONG, t -> Coroutine.of(await(ask(operand))))));
    }

    @Async
    private static CompletableFuture<String> gathered(CompletableFuture<String> operand) {
        return CompletableFuture.completedFuture(await(gather(ask(operand))).get(0));
    }

    /** The same calls in the same order. */
    @Test
    void aTraceNamesTheCallsThatItNamesOnALoop() throws Exception {
        for (Function<CompletableFuture<String>, CompletableFuture<String>> method
                : List.<Function<CompletableFuture<String>, CompletableFuture<String>>>of(ScopeThreadsTest::limited, ScopeThreadsTest::gathered)) {
            CompletableFuture<String> operand = new CompletableFuture<>();
            CompletableFuture<String> result = method.apply(operand);
            operand.complete("go");
            List<String> expected = run(() -> {
                CompletableFuture<String> other = new CompletableFuture<>();
                CompletableFuture<String> onALoop = method.apply(other);
                await(yieldNow());
                await(yieldNow());
                other.complete("go");
                CompletableFuture<List<String>> told = new CompletableFuture<>();
                onALoop.whenComplete((value, failure) -> told.complete(calls(failure)));
                return Coroutine.of(await(told));
            });
            assertThat(calls(failureOf(result))).isEqualTo(expected).isNotEmpty();
        }
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        try {
            return new AssertionError("no failure: " + outcome(future));
        } catch (ExecutionException failed) {
            return failed.getCause();
        } catch (Exception other) {
            return other;
        }
    }
}
