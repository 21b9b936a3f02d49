package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What times where no loop runs: each timer once, in order, and nothing kept that was cancelled. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DaemonTimerTest {
    private static final long DAY = TimeUnit.DAYS.toNanos(1);

    private final DaemonTimer timer = new DaemonTimer(TimeUnit.MILLISECONDS.toNanos(1));

    /** Something that is timed, and can be cancelled. */
    private static final class Timed implements Timers.Timer {
        private final Runnable work;
        private volatile boolean cancelled;

        Timed(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            work.run();
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    private Timed add(long nanos, Runnable work) {
        Timed timed = new Timed(work);
        timer.add(timed, nanos);
        return timed;
    }

    /** Returns when something has run on the timer's thread that was added now: all that was added before has been taken. */
    private Thread awaitThread() throws InterruptedException {
        Thread[] thread = new Thread[1];
        CountDownLatch ran = new CountDownLatch(1);
        add(1, () -> {
            thread[0] = Thread.currentThread();
            ran.countDown();
        });
        ran.await();
        return thread[0];
    }

    @Test
    void ofTwoThatAreEquallyLongTheFirstRunsFirst() throws InterruptedException {
        List<Integer> ran = new CopyOnWriteArrayList<>();
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            added.add(number);
            add(1, () -> ran.add(number));
        }
        awaitThread();
        assertThat(ran).isEqualTo(added);
    }

    @Test
    void itsThreadIsADaemonWithoutTheProgramsClassLoader() throws InterruptedException {
        Thread thread = awaitThread();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getContextClassLoader()).isNull();
        assertThat(thread.getName()).isEqualTo("async-java-timer");
    }

    @Test
    void theThreadEndsWhenThereIsNothingToTimeAndAnotherOneComesWhenThereIs() throws InterruptedException {
        Thread first = awaitThread();
        first.join();
        Thread second = awaitThread();
        assertThat(second).isNotSameAs(first);
        second.join();
    }

    @Test
    void itEndsAlsoWhenAllThatIsLeftWasCancelled() throws InterruptedException {
        Timed far = add(DAY, () -> { });
        Thread thread = awaitThread();
        far.cancelled = true;
        thread.join();
    }

    @Test
    void cancelledOnesAreNotKeptBesideOthers() throws InterruptedException {
        Timed lasting = add(DAY, () -> { });
        List<WeakReference<Timed>> cancelled = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Timed timed = add(DAY, () -> { });
            cancelled.add(new WeakReference<>(timed));
            timed.cancelled = true;
        }
        while (!cancelled.isEmpty()) { // it looks for them from time to time
            awaitThread();
            System.gc();
            cancelled.removeIf(reference -> reference.get() == null);
        }
        lasting.cancelled = true;
    }

    @Test
    void oneThatFailsKeepsNoOtherFromRunning() throws InterruptedException {
        try (CapturedLog log = new CapturedLog()) {
            add(0, () -> {
                throw new IllegalStateException("broken");
            });
            awaitThread();
            assertThat(log.messages()).singleElement().asString().contains("a timer has failed").contains("broken");
        }
    }

    @Test
    void anInterruptOfItsThreadDoesNoHarm() throws InterruptedException {
        add(1, () -> Thread.currentThread().interrupt());
        Thread thread = awaitThread();
        while (thread.isInterrupted()) { // until it waits again
            awaitThread();
        }
    }

    @Test
    void noneIsLostHoweverManyThreadsAddThemAndWhileThreadsEndAndBegin() throws Exception {
        int threads = 4;
        int rounds = 2_000;
        Phaser running = new Phaser(1);
        ConcurrentLinkedQueue<Integer> ran = new ConcurrentLinkedQueue<>();
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Thread> adding = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int number = t;
            adding.add(new Thread(() -> {
                try {
                    together.await();
                } catch (Exception impossible) {
                    throw new AssertionError(impossible);
                }
                for (int i = 0; i < rounds; i++) {
                    running.register();
                    add(i % 3 == 0 ? 0 : i * 500L, () -> {
                        ran.add(number);
                        running.arriveAndDeregister();
                    });
                    add(DAY, () -> { }).cancelled = true;
                }
            }));
        }
        adding.forEach(Thread::start);
        for (Thread each : adding) {
            each.join();
        }
        running.arriveAndAwaitAdvance();
        assertThat(ran).hasSize(threads * rounds);
    }
}
