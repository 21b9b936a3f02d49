package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that is called on a loop whose turns somebody else runs. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallOnStrandTest {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Queue<Object> log = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        pool.shutdown();
    }

    @Test
    void aMethodWithoutALoopHasTasksThere() {
        CompletableFuture<Object> call = hot(() -> {
            EventLoop strand = EventLoop.on(pool);
            return strand.call(() -> {
                log.add(currentLoop() == strand);
                return Coroutine.of(await(gather(sleep(Duration.ofMillis(1), 1), sleep(Duration.ofMillis(1), 2))));
            });
        });

        assertThat(call.join()).isEqualTo(List.of(1, 2));
        assertThat(log).containsExactly(true);
    }

    @Test
    void aTaskGoesOnOnItsOwnLoop() {
        assertThat(run(() -> {
            EventLoop own = currentLoop();
            String there = await(EventLoop.on(pool).call(() -> Coroutine.of(Thread.currentThread().getName())));
            return Coroutine.of(there.startsWith("pool-") && currentLoop() == own);
        })).isTrue();
    }

    @Test
    void cancellingWaitsForTheCodeOnTheStrand() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        assertThat(run(() -> {
            Task<Throwable> task = Coroutines.createTask(failureOf(EventLoop.on(pool).call(() -> {
                begun.complete(null);
                try {
                    await(sleep(Duration.ofDays(1)));
                    return Coroutine.of(1);
                } finally {
                    await(yieldNow());
                    log.add("ended");
                }
            })));
            await(begun);
            task.cancel();
            Throwable failure = await(task);
            log.add("cancelled");
            return Coroutine.of(failure);
        })).isInstanceOf(CancellationException.class);
        assertThat(log).containsExactly("ended", "cancelled");
    }

    @Test
    void anExecutorThatRefusesAtTheStartRefusesTheCall() {
        RejectedExecutionException refusal = new RejectedExecutionException("full");
        EventLoop strand = EventLoop.on(turn -> {
            throw refusal;
        });

        assertThat(run(failureOf(strand.call(() -> Coroutine.of(log.add("never")))))).isSameAs(refusal);
        assertThatThrownBy(() -> hot(() -> strand.call(() -> Coroutine.of(log.add("never")))).join()).hasCause(refusal);
        assertThat(log).isEmpty();
    }

    @Test
    void anExecutorThatRefusesInTheMiddleLetsTheCodeCleanUp() {
        Queue<Runnable> turns = new ArrayDeque<>();
        boolean[] full = new boolean[1];
        EventLoop strand = EventLoop.on(turn -> {
            if (full[0]) {
                throw new RejectedExecutionException("full");
            }
            turns.add(turn);
        });
        CompletableFuture<Void> operand = new CompletableFuture<>();
        CompletableFuture<Object> call = hot(() -> strand.call(() -> {
            try {
                await(operand);
                return Coroutine.of("never");
            } finally {
                log.add("cleaned up");
            }
        }));
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
        full[0] = true;
        operand.complete(null);

        assertThatThrownBy(call::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log).containsExactly("cleaned up");
    }
}
