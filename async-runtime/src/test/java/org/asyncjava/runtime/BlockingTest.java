package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads that block for the result of a method that returns a future. */
@Timeout(60)
class BlockingTest {
    private static final ContextVar<String> USER = new ContextVar<>("user");
    private static final int DEEP = 3 * Trampoline.MAX_DEPTH;

    /** The ways in which a program blocks for what is there but for a resumption that was put off. */
    private enum Block {
        JOIN(CompletableFuture::join),
        GET(Future::get),
        GET_WITHIN_A_TIME(result -> result.get(1, TimeUnit.DAYS)),
        JOIN_A_DEPENDENT(result -> result.thenApply(value -> value).thenApply(value -> value).join()),
        RUN_A_LOOP(result -> Coroutines.run(coroutine(() -> Coroutine.of(await(result)))));

        private interface Way {
            Object value(CompletableFuture<Object> result) throws Exception;
        }

        private final Way way;

        Block(Way way) {
            this.way = way;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCompletedALineAboveIsThereHoweverDeepResumptionsAreNested(Block block) {
        CompletableFuture<Object> start = new CompletableFuture<>();
        CompletableFuture<Object> outermost = nested(start, DEEP, block);

        start.complete(0);

        assertThat(outermost).isCompletedWithValue(DEEP);
    }

    /** Each level is resumed on the stack of the one above it, which then blocks for it. */
    private static CompletableFuture<Object> nested(CompletableFuture<Object> operand, int levels, Block block) {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(operand);
            }
            if (levels == 0) {
                return 0;
            }
            CompletableFuture<Object> inner = new CompletableFuture<>();
            CompletableFuture<Object> result = nested(inner, levels - 1, block);
            inner.complete(1);
            return (Integer) block.way.value(result) + 1;
        });
    }

    @Test
    void onTheLoopsOwnThreadItIsRefused() {
        assertRefused(CompletableFuture::join);
    }

    @Test
    void onTheLoopsOwnThreadItIsRefusedAlsoWithContextVariables() {
        assertRefused(result -> {
            USER.set("ann");
            return suspended().join();
        });
        assertRefused(result -> new Context().call(() -> {
            USER.set("ann");
            return suspended().join();
        }));
    }

    @Test
    void whatDependsOnAMethodOfTheLoopIsRefusedToo() {
        assertRefused(result -> result.thenApply(value -> value).join());
    }

    @Test
    void aMethodElsewhereThatWaitsForTheLoopIsRefusedToo() {
        Executor pool = Runnable::run;
        assertRefused(result -> Dispatcher.call(pool, () -> HotScript.call(awaiting(result))).join());
        assertRefused(result -> Dispatcher.call(null, () -> HotScript.call(awaiting(new Deferred<>()))).join());
        assertRefused(result -> Dispatcher.call(null, () -> HotScript.call(awaiting(Coroutines.sleep(Duration.ofDays(1))))).join());
        assertRefused(result -> HotScript.call((number, received) -> number == 0 ? HotScript.await(Coroutines.yieldNow())
                : HotScript.tail(result)).join());
    }

    @Test
    void whatAnotherThreadCompletesMayBeWaitedForOnALoop() {
        CompletableFuture<Object> operand = new CompletableFuture<>();
        Object value = Coroutines.run(coroutine(() -> {
            CompletableFuture<Object> elsewhere = Dispatcher.call(null, () -> HotScript.call(awaiting(operand)));
            new Thread(() -> operand.complete("there")).start();
            return Coroutine.of(elsewhere.join());
        }));

        assertThat(value).isEqualTo("there");
    }

    private static void assertRefused(Function<CompletableFuture<Object>, Object> blocking) {
        Coroutines.run(coroutine(() -> {
            CompletableFuture<Object> result = suspended();
            assertThatThrownBy(() -> blocking.apply(result)).isInstanceOf(IllegalStateException.class).hasMessageContaining("await it instead");
            return Coroutine.of(null);
        }));
    }

    private static CompletableFuture<Object> suspended() {
        return HotScript.call(awaiting(Coroutines.sleep(Duration.ofDays(1))));
    }

    private static HotScript.Segments awaiting(Object operand) {
        return (number, received) -> number == 0 ? HotScript.await(operand) : received.get();
    }
}
