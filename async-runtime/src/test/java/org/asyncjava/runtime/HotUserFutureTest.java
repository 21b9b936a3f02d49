package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.runtime.abi.HotMachine;
import org.junit.jupiter.api.Test;

/** Methods that return a program's own kind of future. */
class HotUserFutureTest {
    private final CompletableFuture<Object> operand = new CompletableFuture<>();

    @Async
    private static UserFuture<Object> valueOf(CompletionStage<?> operand) {
        UserFuture<Object> result = new UserFuture<>();
        result.complete(await(operand));
        return result;
    }

    @Test
    void theMachineIsAFutureOfThatKind() {
        UserFuture<?> result = valueOf(operand);

        operand.complete("value");

        assertThat(result).isInstanceOf(HotMachine.class);
        assertThat(result.join()).isEqualTo("value");
        assertThat(result.calls).as("its own methods are not taken for the runtime's").containsExactly("complete");
    }

    @Test
    void aFailureBeforeTheFirstSuspensionFailsAFutureOfThatKind() {
        IOException failure = new IOException();

        UserFuture<?> result = valueOf(CompletableFuture.failedFuture(failure));

        assertThatThrownBy(result::join).hasCause(failure);
    }

    @Test
    void aFailureAfterItToo() {
        UserFuture<?> result = valueOf(operand);
        IOException failure = new IOException();

        operand.completeExceptionally(failure);

        assertThatThrownBy(result::join).hasCause(failure);
    }

    @Test
    void itGoesOnWithItsDispatcher() {
        Queue<Runnable> work = new ArrayDeque<>();
        UserFuture<?> result = Dispatcher.call(work::add, () -> valueOf(operand));

        operand.complete("value");

        assertThat(result).isNotDone();
        work.remove().run();
        assertThat(result).isDone();
    }

    @Test
    void cancellingItCancelsTheOperand() {
        UserFuture<?> result = valueOf(operand);

        result.cancel(false);

        assertThat(result).isCancelled();
        assertThat(operand).isCancelled();
    }

    @Test
    void longChainsOfThemNeedLittleStack() {
        CompletableFuture<?> last = operand;
        for (int i = 0; i < 100_000; i++) {
            last = valueOf(last);
        }
        CompletableFuture<?> outermost = last;

        SmallStack.run(() -> operand.complete("value"));

        assertThat(outermost.join()).isEqualTo("value");
    }
}
