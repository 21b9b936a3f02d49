package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.shield;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.LoopFuture;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

class ShieldTest {
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;

    @Async
    private static <T> Coroutine<T> awaiting(Awaitable<T> operand) {
        return Coroutine.of(await(operand));
    }

    @Test
    void cancellingWhoAwaitsDoesNotReachTheOperand() {
        Virtual.run(() -> {
            Task<String> inner = createTask(actors.ok("inner", 20));
            Task<String> outer = createTask(awaiting(shield(inner)));
            await(yieldNow());
            outer.cancel();
            assertThat(await(Virtual.failureOf(() -> Coroutine.of(await(outer))))).isInstanceOf(CancellationException.class);
            log.add(inner.isDone());
            log.add(await(inner));
            assertThat(shield(inner)).isSameAs(inner);
            return Coroutine.done();
        });
        assertThat(log).containsExactly(false, "inner", "inner");
    }

    @Test
    void theOperandsOutcomePassesThrough() {
        Virtual.run(() -> {
            log.add(await(shield(actors.ok("value", 10))));
            log.add(await(Virtual.failureOf(() -> awaiting(shield(actors.bad("failure", 10))))).getMessage());
            Task<String> inner = createTask(actors.ok("inner", 1000));
            LoopFuture<String> shielded = shield(inner);
            await(yieldNow());
            inner.cancel();
            assertThat(await(Virtual.failureOf(() -> awaiting(shielded)))).isInstanceOf(CancellationException.class);
            return Coroutine.done();
        });
        assertThat(log).containsExactly("value", "value", "failure", "inner cancelled");
    }

    /** As of CPython 3.14. */
    @Test
    void aFailureThatComesAfterTheCancellationIsReportedAtOnce() {
        List<FailureContext> reported = new ArrayList<>();
        Virtual.run(() -> {
            currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            LoopFuture<String> shielded = shield(actors.bad("late", 20));
            await(yieldNow());
            shielded.cancel();
            await(sleep(Actors.millis(30)));
            log.add(reported.size());
            return Coroutine.done();
        });
        assertThat(log).containsExactly(1);
        assertThat(reported).extracting(FailureContext::message).containsExactly("IllegalArgumentException exception in shielded future");
    }

    private static final class Loud implements Consumer<FailureContext> {
        private final List<FailureContext> reported = new ArrayList<>();

        @Override
        public void accept(FailureContext context) {
            reported.add(context);
        }
    }

    private static Loud listening() {
        Loud loud = new Loud();
        currentLoop().setExceptionHandler((loop, context) -> loud.accept(context));
        return loud;
    }

    @Test
    void oneFailureIsReportedOnceHoweverManyShieldsWereCancelled() {
        Virtual.run(() -> {
            Loud loud = listening();
            Deferred<String> longLived = new Deferred<>();
            for (int i = 0; i < 5; i++) {
                LoopFuture<String> shielded = shield(longLived);
                shielded.cancel();
                await(yieldNow());
            }
            shield(longLived).cancel();
            longLived.fail(new IllegalArgumentException("late"));
            await(sleep(Actors.millis(1)));
            assertThat(loud.reported).extracting(FailureContext::source).containsExactly(longLived);
            return Coroutine.done();
        });
    }

    @Test
    void aFailureThatSomebodyElseReceivesIsNotReported() {
        Virtual.run(() -> {
            Loud loud = listening();
            Task<String> byAwaiting = createTask(actors.bad("awaited", 20));
            Task<String> byCallback = createTask(actors.bad("asked", 20));
            Task<String> byShield = createTask(actors.bad("shielded", 20));
            List.of(byAwaiting, byCallback, byShield).forEach(task -> shield(task).cancel());
            await(yieldNow());
            byCallback.addDoneCallback(done -> log.add(done.exception().getMessage()));
            Task<Throwable> other = createTask(Virtual.failureOf(() -> awaiting(byAwaiting)));
            Task<Throwable> third = createTask(Virtual.failureOf(() -> awaiting(shield(byShield))));
            log.add(await(other).getMessage());
            log.add(await(third).getMessage());
            await(sleep(Actors.millis(1)));
            assertThat(loud.reported).isEmpty();
            return Coroutine.done();
        });
        assertThat(log).containsExactlyInAnyOrder("awaited", "asked", "shielded");
    }

    @Test
    void aCancelledShieldLeavesNothingAtWhatItHasProtected() {
        Virtual.run(() -> {
            Deferred<String> longLived = new Deferred<>();
            List<WeakReference<Object>> shields = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                LoopFuture<String> shielded = shield(longLived);
                shields.add(new WeakReference<>(shielded));
                shielded.cancel();
                await(yieldNow());
            }
            await(yieldNow());
            while (shields.stream().limit(19).anyMatch(each -> each.get() != null)) {
                System.gc(); // ends the test by its time limit only if something holds them
                await(yieldNow());
            }
            longLived.complete("done");
            return Coroutine.done();
        });
    }

    @Test
    void aShieldInGatherProtectsItsOperandAlone() {
        Virtual.run(() -> {
            Task<String> kept = createTask(actors.ok("kept", 20));
            Task<String> lost = createTask(actors.ok("lost", 20));
            LoopFuture<List<String>> both = gather(shield(kept), lost);
            await(yieldNow());
            both.cancel();
            assertThat(await(Virtual.failureOf(() -> awaiting(both)))).isInstanceOf(CancellationException.class);
            log.add(await(kept));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("lost cancelled", "kept", "kept");
    }
}
