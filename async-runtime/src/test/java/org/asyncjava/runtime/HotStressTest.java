package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Programs.hot;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two threads that meet at every point of a suspension, by chance and often. HARD_CASES 65, 66, 68. */
class HotStressTest {
    private static final int ROUNDS = 20_000;

    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();
    private final CyclicBarrier start = new CyclicBarrier(2);

    @AfterEach
    void end() {
        otherThread.shutdown();
    }

    @Test
    void startedWhileTheOperandsComplete() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<Integer> first = new CompletableFuture<>();
            CompletableFuture<Integer> second = new CompletableFuture<>();
            together(() -> {
                first.complete(1);
                second.complete(2);
            });
            CompletableFuture<Integer> total = Programs.total(List.of(first, second).iterator());

            assertThat(total.get()).isEqualTo(3);
        }
    }

    @Test
    void linkedWhileTheAwaitedMethodEnds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> inner = waitingFor(gate);
            together(() -> gate.complete("value"));
            CompletableFuture<Object> outer = waitingFor(inner);

            assertThat(outer.get()).isEqualTo("value");
        }
    }

    @Test
    void cancelledWhileTheOperandsCompleteTheBodyEndsOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<Object> first = new CompletableFuture<>();
            CompletableFuture<Object> second = new CompletableFuture<>();
            CompletableFuture<Void> ended = new CompletableFuture<>();
            AtomicInteger ends = new AtomicInteger();
            CompletableFuture<Object> result = HotScript.call((number, received) -> switch (number) {
                case 0 -> HotScript.await(first);
                case 1 -> HotScript.await(second);
                default -> {
                    ends.incrementAndGet();
                    ended.complete(null);
                    yield received.get();
                }
            });
            together(() -> {
                first.complete(1);
                second.complete(2);
            });
            result.cancel(false);

            ended.get();
            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void cancelledWhileItSuspendsTheOperandIsCancelled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> never = new CompletableFuture<>();
            CompletableFuture<Void> ended = new CompletableFuture<>();
            CompletableFuture<Object> result = HotScript.call((number, received) -> switch (number) {
                case 0 -> HotScript.await(gate);
                case 1 -> isTold(received) ? ended.complete(null) : HotScript.await(never.minimalCompletionStage());
                default -> isTold(received) && ended.complete(null);
            });
            together(() -> gate.complete(null));
            result.cancel(false);

            ended.get();
        }
    }

    private static boolean isTold(HotScript.Received received) throws Throwable {
        try {
            received.get();
            return false;
        } catch (CancellationException request) {
            return true;
        }
    }

    private static CompletableFuture<Object> waitingFor(CompletableFuture<Object> operand) {
        return hot(() -> operand);
    }

    /** Has something done on the other thread, from the moment on at which this method returns. */
    private void together(Runnable action) throws Exception {
        otherThread.execute(() -> {
            try {
                start.await();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
            action.run();
        });
        start.await();
    }
}
