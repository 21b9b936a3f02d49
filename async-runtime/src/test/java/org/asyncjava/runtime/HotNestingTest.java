package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Programs.hot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** How resumptions nest on a thread whose stack ends in the middle of one: what was counted and set is as before. */
class HotNestingTest {
    private static final int LEVELS = 100;
    private static final int ROUNDS = 5;
    private static final int OVERFLOWS = 60;

    @Test
    void afterStackOverflowsNearResumptionsLaterOnesStillRun() throws Exception {
        assertThat(SmallStack.call(() -> {
            overflowNearResumptions();
            return chainOf(LEVELS);
        })).isEqualTo(true);
    }

    @Test
    void afterStackOverflowsNearResumptionsTheTaskIsStillTheCurrentOne() throws Exception {
        assertThat(SmallStack.call(() -> new EventLoop().runUntilComplete(coroutine(() -> {
            Optional<Task<?>> task = Coroutines.currentTask();
            overflowNearResumptions();
            assertThat(Coroutines.currentTask()).isPresent().isEqualTo(task);
            assertThat(Dispatcher.current().orElseThrow()).isInstanceOf(EventLoop.class);
            return Coroutine.of("done");
        })))).isEqualTo("done");
    }

    @Test
    void afterStackOverflowsNearTasksThatStartAtOnceTheTaskIsStillTheCurrentOne() throws Exception {
        assertThat(SmallStack.call(() -> new EventLoop().runUntilComplete(coroutine(() -> {
            Optional<Task<?>> task = Coroutines.currentTask();
            TaskOptions atOnce = TaskOptions.DEFAULT.startingAtOnce();
            sweep(() -> Coroutines.createTask(coroutine(() -> Coroutine.of(1)), atOnce));
            assertThat(Coroutines.currentTask()).isPresent().isEqualTo(task);
            assertThat(Coroutines.createTask(coroutine(() -> Coroutine.of(1)), atOnce).isDone()).isTrue();
            return Coroutine.of("done");
        })))).isEqualTo("done");
    }

    private static void overflowNearResumptions() {
        sweep(() -> {
            CompletableFuture<Object> operand = new CompletableFuture<>();
            hot(() -> operand);
            operand.complete(1);
        });
    }

    /** Does something at all places near the end of the stack, several times: where exactly it ends changes as the compiler goes on. */
    private static void sweep(Runnable program) {
        for (int round = 0; round < ROUNDS; round++) {
            int overflows = 0;
            for (int depth = deepest(0) * 19 / 20; overflows < OVERFLOWS; depth++) {
                try {
                    at(depth, program);
                } catch (StackOverflowError end) {
                    overflows++;
                }
            }
        }
    }

    private static int deepest(int depth) {
        try {
            return deepest(depth + 1);
        } catch (StackOverflowError end) {
            return depth;
        }
    }

    private static void at(int depth, Runnable program) {
        if (depth == 0) {
            program.run();
        } else {
            at(depth - 1, program);
        }
    }

    /** Tells whether methods that wait for each other through dependents go on when the first operand is there. */
    private static boolean chainOf(int levels) {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> last = first;
        for (int i = 0; i < levels; i++) {
            CompletableFuture<Object> before = last.thenApply(value -> value);
            last = hot(() -> before);
        }
        first.complete(1);
        return last.isDone();
    }
}
