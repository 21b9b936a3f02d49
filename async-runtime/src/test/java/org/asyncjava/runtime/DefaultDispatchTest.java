package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a method without a dispatcher goes on after a sleep: never on the thread that times all sleeps of the JVM. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DefaultDispatchTest {
    private static final String TIMER = "async-java-timer";
    private static final Executor AT_FIRST = Dispatcher.defaultExecutor();

    @AfterEach
    void asAtFirst() {
        Dispatcher.setDefault(null);
    }

    @Test
    void aMethodThatBlocksAfterASleepHoldsUpNoOtherSleep() {
        CountDownLatch othersSlept = new CountDownLatch(20);
        CompletableFuture<Object> blocking = afterSleep(() -> {
            awaitLatch(othersSlept);
            return "went on";
        });
        for (int i = 0; i < 20; i++) {
            afterSleep(() -> {
                othersSlept.countDown();
                return null;
            });
        }

        assertThat(blocking.join()).isEqualTo("went on");
    }

    @Test
    void manyBlockAtTheSameTime() {
        CountDownLatch all = new CountDownLatch(20);
        List<CompletableFuture<Object>> blocking = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 20; i++) {
            blocking.add(afterSleep(() -> {
                all.countDown();
                awaitLatch(all);
                return null;
            }));
        }

        blocking.forEach(CompletableFuture::join);
    }

    @Test
    void itIsAVirtualThreadWhereTheJvmHasThem() {
        assumeTrue(Runtime.version().feature() >= 21);

        Object thread = afterSleep(Thread::currentThread).join();

        assertThat(thread.getClass().getName()).contains("Virtual");
    }

    @Test
    void noDispatcherIsInForceThere() {
        assertThat(afterSleep(() -> Dispatcher.current().orElse(null)).join()).isNull();
        Dispatcher.setDefault(task -> new Thread(task).start());
        assertThat(afterSleep(() -> Dispatcher.current().orElse(null)).join()).isNull();
    }

    @Test
    void anotherOneCanBeSetAndTakenBack() {
        Executor named = task -> new Thread(task, "chosen").start();
        Dispatcher.setDefault(named);
        assertThat(Dispatcher.defaultExecutor()).isSameAs(named);
        assertThat(afterSleep(() -> Thread.currentThread().getName()).join()).isEqualTo("chosen");

        Dispatcher.setDefault(null);
        assertThat(Dispatcher.defaultExecutor()).isSameAs(AT_FIRST);
        assertThat(afterSleep(() -> Thread.currentThread().getName()).join()).isNotIn("chosen", TIMER);
    }

    @Test
    void oneThatRefusesRefusesAtTheAwait() {
        RejectedExecutionException refusal = new RejectedExecutionException();
        List<String> threads = new CopyOnWriteArrayList<>();
        Dispatcher.setDefault(task -> {
            threads.add(Thread.currentThread().getName());
            throw refusal;
        });

        assertThatThrownBy(() -> afterSleep(() -> "not reached").join()).hasCause(refusal);
        assertThat(threads).hasSize(1).doesNotContain(TIMER);
    }

    @Test
    void oneThatRunsAtOnceOrBlocksDoesSoOnNoThreadOfOurs() {
        Dispatcher.setDefault(Runnable::run);
        assertThat(afterSleep(() -> Thread.currentThread().getName()).join()).isNotEqualTo(TIMER);

        CountDownLatch release = new CountDownLatch(1);
        Dispatcher.setDefault(task -> {
            awaitLatch(release);
            task.run();
        });
        CompletableFuture<Object> blocked = afterSleep(() -> "late");
        Dispatcher.setDefault(null);
        afterSleep(() -> {
            release.countDown();
            return null;
        }).join();
        assertThat(blocked.join()).isEqualTo("late");
    }

    @Test
    void oneThatRunsTwiceResumesOnce() {
        CountDownLatch ran = new CountDownLatch(2);
        List<Object> resumed = new CopyOnWriteArrayList<>();
        Dispatcher.setDefault(task -> {
            Thread twice = new Thread(() -> {
                task.run();
                task.run();
                ran.countDown();
            });
            twice.setUncaughtExceptionHandler((thread, failure) -> ran.countDown());
            twice.start();
        });

        afterSleep(() -> resumed.add("resumed")).join();
        awaitLatch(ran);

        assertThat(resumed).hasSize(1);
    }

    @Test
    void anExecutorThatRunsAtOnceDoesSoOnNoThreadOfOurs() {
        CompletableFuture<Object> result = Dispatcher.call(Runnable::run, () -> afterSleep(() -> Thread.currentThread().getName()));

        assertThat(result.join()).isNotEqualTo(TIMER);
    }

    private static CompletableFuture<Object> afterSleep(Supplier<Object> then) {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(Coroutines.sleep(Duration.ofMillis(1)));
            }
            received.get();
            return then.get();
        });
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
