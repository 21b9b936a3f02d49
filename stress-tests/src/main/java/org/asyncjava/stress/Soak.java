package org.asyncjava.stress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.asyncjava.runtime.FailureContext;

/**
 * Random programs of tasks, cancellations, time limits, groups, locks, queues, events and methods that return futures, on loops, in a pool and without
 * either, while loops end: for as long as {@code -Dasync.soak.minutes} says. Every future has to end, every lock to be free at last, every item to be in
 * its queue, and nothing to be reported that the programs do not expect.
 *
 * <p>The seed is printed first; {@code -Dasync.soak.seed} tries the same programs again, in other interleavings.
 */
public final class Soak {
    private static final int THREADS = 3;

    private Soak() {
    }

    /**
     * Runs.
     *
     * @param args none
     * @throws InterruptedException never
     */
    public static void main(String[] args) throws InterruptedException {
        long seed = Long.getLong("async.soak.seed", System.nanoTime());
        Duration time = Duration.ofMinutes(Long.getLong("async.soak.minutes", 10));
        System.out.println("soak: -Dasync.soak.seed=" + seed + ", " + time.toMinutes() + " minutes");
        List<String> differences = run(seed, System.nanoTime() + time.toNanos());
        differences.forEach(difference -> System.out.println("soak: DIFFERENCE " + difference));
        System.exit(differences.isEmpty() ? 0 : 1);
    }

    private static List<String> run(long seed, long deadline) throws InterruptedException {
        SharedByPrograms shared = new SharedByPrograms();
        AtomicLong number = new AtomicLong();
        // Of a method without a loop whose future was cancelled before it failed.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> shared.reported(new FailureContext("on " + thread.getName(), failure, null)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            running.add(threads.submit(() -> {
                while (System.nanoTime() - deadline < 0 && shared.differences().isEmpty()) {
                    new SoakProgram(seed + number.getAndIncrement(), shared).run();
                }
            }));
        }
        for (Future<?> thread : running) {
            try {
                thread.get();
            } catch (ExecutionException failed) {
                shared.differs("a program has failed: " + failed.getCause());
            }
        }
        threads.shutdown();
        shared.end();
        System.out.println("soak: " + number + " programs, " + shared.ended() + " futures");
        return shared.differences();
    }
}
