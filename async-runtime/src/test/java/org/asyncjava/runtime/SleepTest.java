package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SleepTest {
    private final Log log = new Log();

    @Test
    void takesNoLessThanItsTime() {
        long before = System.nanoTime();
        run(coroutine(() -> {
            await(sleep(Duration.ofMillis(20)));
            return Coroutine.of(null);
        }));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void resultsInItsValue() {
        TestLoop.virtualTime(() -> {
            log.add(run(sleep(Duration.ofHours(1), "late")));
            log.add(run(sleep(Duration.ZERO, "now")));
        });
        assertThat(log.entries()).containsExactly("late", "now");
    }

    @Test
    void ofNoTimeIsOneTurn() {
        run(coroutine(() -> {
            Coroutines.currentLoop().callSoon(log.adding("other"));
            await(sleep(Duration.ofSeconds(-1)));
            log.add("main");
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("other", "main");
        assertThat(sleep(Duration.ZERO)).isSameAs(yieldNow());
    }

    @Test
    void ofAnEternityIsPossible() {
        run(coroutine(() -> {
            Task<?> task = createTask(sleep(Duration.ofSeconds(Long.MAX_VALUE)));
            Coroutines.currentLoop().callLater(Duration.ofMillis(1), task::cancel);
            Throwable failure = await(failureOf(task));
            log.cancelled("sleeper", failure);
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("sleeper null");
    }

    @Test
    void cancelledItLeavesNoTimerBehind() {
        EventLoop loop = TestLoop.withVirtualTime();
        Task<Void> task = loop.createTask(sleep(Duration.ofHours(1)));
        loop.callSoon(() -> loop.callSoon(task::cancel));
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(CancellationException.class);
        loop.callLater(Duration.ofSeconds(1), loop::stop);
        loop.runForever();
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(1).toNanos());
        loop.close();
    }

    @Test
    void canBeAwaitedOnce() {
        Coroutine<Void> nap = sleep(Duration.ofMillis(1));
        assertThatThrownBy(() -> run(coroutine(() -> {
            await(nap);
            return Coroutine.of(await(nap));
        }))).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot reuse already awaited coroutine");
    }

    @Test
    void worksWithoutALoop() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        Sleep nap = new Sleep(1_000_000);
        assertThat(nap.begin(0)).isTrue();
        nap.subscribe(woken::countDown);
        woken.await();
        assertThat(nap.take()).isNull();
        assertThat(nap.cancel("late")).isFalse();
    }

    @Test
    void canBeCancelledWithoutALoop() {
        Sleep nap = new Sleep(Duration.ofHours(1).toNanos());
        nap.begin(0);
        nap.subscribe(log.adding("woken")::run);
        assertThat(nap.cancel("early")).isTrue();
        assertThat(nap.cancel("again")).isFalse();
        assertThat(log.entries()).containsExactly("woken");
        assertThatThrownBy(nap::take).isInstanceOf(CancellationException.class).hasMessage("early");
    }

    @Test
    @DisplayName("HARD_CASES 65: cancelled by another thread between the suspension and the subscription")
    void cancelledBeforeItIsSubscribedToItWakesAtOnce() {
        Sleep nap = new Sleep(Duration.ofHours(1).toNanos());
        nap.begin(0);
        assertThat(nap.cancel("early")).isTrue();
        nap.subscribe(log.adding("woken")::run);
        assertThat(log.entries()).containsExactly("woken");
        assertThatThrownBy(nap::take).isInstanceOf(CancellationException.class).hasMessage("early");
    }

    @Test
    void yieldingWithoutALoopGoesOnAtOnceOrWhereTheDispatcherSays() {
        yieldThenLog("at once");
        Dispatcher.call(work -> {
            log.add("dispatched");
            work.run();
        }, () -> {
            yieldThenLog("resumed");
            return null;
        });
        assertThat(log.entries()).containsExactly("at once", "dispatched", "resumed");
    }

    private void yieldThenLog(String entry) {
        HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(Coroutines.yieldNow());
            }
            log.add(entry);
            return null;
        });
    }
}
