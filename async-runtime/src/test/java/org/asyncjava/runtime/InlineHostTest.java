package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns of hosted loops that begin at once, within whatever runs on the thread that asks for them. */
@Timeout(120)
class InlineHostTest {
    private final Log log = new Log();

    /** The hosted loop's turn runs at once, within a step of the plain one. */
    @Test
    void aTurnWithinAStepOfAPlainLoop() {
        EventLoop[] plain = {null};
        Task<?>[] task = {null};
        try (InlineHost inline = new InlineHost()) {
            EventLoop hosted = EventLoop.hosted(inline);
            run(coroutine(() -> {
                plain[0] = currentLoop();
                task[0] = currentTask().orElseThrow();
                hosted.callSoonThreadsafe(() -> log.add(currentLoop() == hosted && currentTask().isEmpty()));
                log.add(currentLoop() == plain[0] && currentTask().orElseThrow() == task[0]);
                await(yieldNow());
                log.add(currentLoop() == plain[0] && currentTask().orElseThrow() == task[0]);
                return Coroutine.done();
            }));
        }
        assertThat(log.entries()).containsExactly(true, true, true);
    }

    @Test
    void aTurnWithinATurnOfAnotherHost() {
        try (InlineHost inline = new InlineHost()) {
            EventLoop hosted = EventLoop.hosted(inline);
            hosted.callSoonThreadsafe(() -> {
                try (InlineHost other = new InlineHost()) {
                    EventLoop inner = EventLoop.hosted(other);
                    inner.callSoonThreadsafe(() -> log.add(currentLoop() == inner));
                    log.add(currentLoop() == hosted);
                }
                log.add(currentLoop() == hosted);
            });
            hosted.callSoonThreadsafe(() -> log.add(currentLoop() == hosted));
        }
        assertThat(log.entries()).containsExactly(true, true, true, true);
    }

    /** A host whose thread is whatever thread gives it something. */
    private static final class InlineHost extends EventHost {
        @Override
        public void execute(Runnable turn) {
            turn.run();
        }

        @Override
        public boolean isCurrent() {
            return false;
        }
    }

    @Async
    private static Coroutine<Integer> passOn(CompletableFuture<Integer> before) {
        return Coroutine.of(await(before) + 1);
    }

    @Test
    void aLongChainOfHostsThatRunAtOnceNeedsNoStack() {
        List<InlineHost> hosts = new ArrayList<>();
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = first;
        for (int i = 0; i < 3_000; i++) {
            hosts.add(new InlineHost());
            last = Coroutines.runCoroutineThreadsafe(passOn(last), EventLoop.hosted(hosts.get(i)));
        }
        first.complete(0);
        assertThat(last.join()).isEqualTo(3_000);
        hosts.forEach(EventHost::close);
    }
}
