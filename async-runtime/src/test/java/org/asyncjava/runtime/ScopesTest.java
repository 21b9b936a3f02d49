package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.firstSuccess;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.gatherOutcomes;
import static org.asyncjava.runtime.Coroutines.race;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.timeoutAt;
import static org.asyncjava.runtime.Coroutines.waitAll;
import static org.asyncjava.runtime.Coroutines.waitAny;
import static org.asyncjava.runtime.Coroutines.waitFirstException;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A method that returns a future does in a scope without a loop what it does on one: the same outcome, and the same things in the same order. */
class ScopesTest {
    private static final Duration LONG = Duration.ofDays(1);

    /** What a scope is given: something that tells of itself and waits for a stage. */
    @FunctionalInterface
    private interface Program {
        Awaitable<?> start(AsyncSupplier<String> operand);
    }

    /** The functions. */
    private enum Scope {
        WITH_TIMEOUT(operand -> withTimeout(LONG, t -> operand.call())),
        TIMEOUT_AT(operand -> timeoutAt(Timeout.NEVER, t -> operand.call())),
        WAIT_FOR(operand -> waitFor(coroutine(operand), LONG)),
        WAIT_FOR_A_TASK(operand -> TaskGroup.open(g -> waitFor(g.createTask(operand), LONG))),
        OPEN(operand -> TaskGroup.open(g -> operand.call())),
        OPEN_WITH_TASK(operand -> TaskGroup.open(g -> {
            Task<String> task = g.createTask(operand);
            return Coroutine.of(await(task) + "!");
        })),
        OPEN_WITH_LEFT_TASKS(operand -> TaskGroup.open(g -> {
            g.createTask(operand);
            return Coroutine.of("opened");
        })),
        SUPERVISE(operand -> TaskGroup.supervise(g -> {
            Task<String> task = g.createTask(operand);
            return Coroutine.of(await(gatherOutcomes(task)).get(0).isCancelled());
        })),
        RACE(operand -> race(coroutine(operand), new Never().here())),
        FIRST_SUCCESS(operand -> firstSuccess(coroutine(operand), Coroutine.<String>failed(new IllegalStateException("first")))),
        GATHER(operand -> gather(coroutine(operand), Coroutine.of("constant"))),
        GATHER_IN_A_SCOPE(operand -> TaskGroup.open(g -> Coroutine.of(await(gather(coroutine(operand), g.createTask(Coroutine.of("constant"))))))),
        GATHER_OUTCOMES(operand -> gatherOutcomes(coroutine(operand), Coroutine.<String>failed(new IllegalStateException("other")))),
        WAIT_ALL(operand -> TaskGroup.open(g -> waitAll(List.of(g.createTask(operand), g.createTask(Coroutine.of("constant")))))),
        WAIT_ANY_OF_A_GATHERING(operand -> waitAny(List.of(gather(coroutine(operand))))),
        WAIT_FIRST_EXCEPTION(operand -> waitFirstException(List.of(gather(coroutine(operand)), gather(Coroutine.of("constant"))), LONG)),
        NESTED(operand -> withTimeout(LONG, outer -> TaskGroup.open(g -> {
            EventLoop loop = Coroutines.currentLoop();
            Object value = await(race(coroutine(() -> Coroutine.of(await(withTimeout(LONG, inner -> operand.call()))))));
            return Coroutine.of(value + " " + (loop == Coroutines.currentLoop()));
        })));

        private final Program program;

        Scope(Program program) {
            this.program = program;
        }
    }

    /** A coroutine that only a cancellation ends. */
    private static final class Never {
        @Async
        private Coroutine<String> here() {
            return Coroutine.of(await(new CompletableFuture<String>()));
        }
    }

    /** What happens to what the scope waits for, or to who waits for the scope. */
    private enum Fate {
        DONE(scene -> scene.operand.complete("early"), scene -> { }),
        FAILED(scene -> scene.operand.completeExceptionally(new IllegalStateException("early")), scene -> { }),
        COMPLETED_LATER(scene -> { }, scene -> scene.operand.complete("late")),
        FAILED_LATER(scene -> { }, scene -> scene.operand.completeExceptionally(new IllegalStateException("late"))),
        CANCELLED(scene -> { }, scene -> scene.result.cancel(true)),
        TIMED_OUT(scene -> { }, scene -> scene.result.completeExceptionally(new TimeoutException("time is up"))),
        COMPLETED_FROM_OUTSIDE(scene -> { }, scene -> scene.result.complete("from outside")),
        OPERAND_CANCELLED(scene -> { }, scene -> scene.operand.cancel(true));

        private final Consumer<Scene> before;
        private final Consumer<Scene> later;

        Fate(Consumer<Scene> before, Consumer<Scene> later) {
            this.before = before;
            this.later = later;
        }
    }

    private static final class Scene {
        private final Log log = new Log();
        private final CompletableFuture<String> operand = new CompletableFuture<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private CompletableFuture<Object> result;

        private void begin(Scope scope) {
            result = hot(scope.program);
        }

        @Async
        private CompletableFuture<Object> hot(Program program) {
            try {
                Object value = await(program.start(this::tellAndWait));
                log.add("result " + shown(value));
                return CompletableFuture.completedFuture(value);
            } catch (Throwable failure) {
                log.add("failure " + shown(failure));
                throw Sneaky.rethrow(failure);
            } finally {
                ended.complete(null);
            }
        }

        @Async
        private Coroutine<String> tellAndWait() {
            log.add("begun");
            try {
                String value = await(operand);
                log.add("value " + value);
                await(yieldNow());
                return Coroutine.of(value);
            } catch (Throwable failure) {
                log.add("thrown " + failure);
                throw Sneaky.rethrow(failure);
            } finally {
                log.add("cleaned up");
            }
        }

        private static String shown(Object value) {
            if (value instanceof ExceptionGroup group) {
                return group.getMessage() + group.exceptions();
            }
            return value instanceof Waited<?> waited ? "done " + waited.done().size() + " pending " + waited.pending().size() : String.valueOf(value);
        }

        private List<String> told() {
            List<String> all = new ArrayList<>(log.entries().stream().map(String::valueOf).toList());
            all.add(result.handle((value, failure) -> "outcome " + shown(value) + " " + shown(failure)).join());
            return all;
        }
    }

    private static List<String> onALoop(Scope scope, Fate fate) {
        Scene scene = new Scene();
        return run(() -> {
            fate.before.accept(scene);
            scene.begin(scope);
            for (int turn = 0; turn < 10; turn++) {
                await(yieldNow());
            }
            fate.later.accept(scene);
            await(scene.ended);
            return Coroutine.of(scene.told());
        });
    }

    private static List<String> withoutALoop(Scope scope, Fate fate) {
        Scene scene = new Scene();
        fate.before.accept(scene);
        scene.begin(scope);
        CompletableFuture.runAsync(() -> fate.later.accept(scene)).join();
        scene.ended.orTimeout(60, TimeUnit.SECONDS).join();
        return scene.told();
    }

    @ParameterizedTest
    @EnumSource
    void theSameWithAndWithoutALoop(Scope scope) {
        for (Fate fate : Fate.values()) {
            List<String> expected = onALoop(scope, fate);
            assertThat(withoutALoop(scope, fate)).as(scope + " " + fate).isEqualTo(expected);
            assertThat(expected).as(scope + " " + fate).contains("begun");
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                assertThat(Dispatcher.call(pool, () -> withoutALoop(scope, fate))).as(scope + " " + fate + " pool").isEqualTo(expected);
            } finally {
                pool.shutdown();
            }
            assertThat(Dispatcher.call(Runnable::run, () -> withoutALoop(scope, fate))).as(scope + " " + fate + " inline")
                    .isEqualTo(expected);
        }
    }
}
