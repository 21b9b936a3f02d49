package org.asyncjava.benchmarks.jmh.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/** The heap that all sleeping calls need: the most that was left after full collections, one each half second. */
final class SleepingCalls implements Measuring {
    private static final int SHORTEST = 6_000;
    private static final int LONGEST = 7_000;
    private static final int QUICK_SHORTEST = 1_200;
    private static final int INTERVAL_MS = 500;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        int shortest = scale == Scale.FULL ? SHORTEST : QUICK_SHORTEST;
        Watch watch = new Watch(Heap.afterCollection());
        Thread watching = new Thread(watch, "heap watch");
        watching.start();
        long sum = contender.sleeps(scale.calls(), shortest, shortest + LONGEST - SHORTEST);
        double bytes = watch.end(watching);
        Expect.same(Workload.sumBelow(scale.calls()), sum, "sleeps");
        return Map.of("heapBytes", bytes);
    }

    /** Collects and looks, until it is told to end. */
    private static final class Watch implements Runnable {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final long before;
        private long most;

        Watch(long before) {
            this.before = before;
        }

        @Override
        public void run() {
            try {
                while (!ended.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                    System.gc();
                    most = Math.max(most, Heap.used() - before);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        double end(Thread thread) {
            ended.countDown();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return most;
        }
    }
}
