package org.asyncjava.benchmarks.jmh.programs;

import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.HostedTurns;

/**
 * Tasks on threads that somebody else runs: what a step costs that an executor's event wakes, beside such events alone; and how often a window of
 * Swing paints itself beside tasks that are always ready, and alone. The window needs a display.
 */
final class Hosts implements Measuring {
    private static final int HOPS = 200_000;
    private static final int REPETITIONS = 10;
    private static final int TASKS = 100_000;
    private static final int FRAMES = 1_000;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (contender instanceof HostedTurns hosted) {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
            try {
                figures.put("hop.ns", fastest(() -> hosted.hostedHops(executor, HOPS)));
                figures.put("event.ns", fastest(() -> events(executor)));
                if (!GraphicsEnvironment.isHeadless()) {
                    frames(hosted, figures);
                }
            } catch (InterruptedException | InvocationTargetException | ExecutionException failure) {
                throw new IllegalStateException(failure);
            } finally {
                executor.shutdownNow();
            }
        }
        return figures;
    }

    /** Counts something that takes its time. */
    private interface Hops {
        long count() throws InterruptedException, ExecutionException;
    }

    private static double fastest(Hops hops) throws InterruptedException, ExecutionException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            Expect.same(HOPS, hops.count(), "hops");
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return (double) fastest / HOPS;
    }

    /** Each event of the executor gives it the next one. */
    private static long events(ScheduledExecutorService executor) throws InterruptedException, ExecutionException {
        CompletableFuture<Long> end = new CompletableFuture<>();
        executor.execute(new Runnable() {
            private long count;

            @Override
            public void run() {
                if (++count == HOPS) {
                    end.complete(count);
                } else {
                    executor.execute(this);
                }
            }
        });
        return end.get();
    }

    private static void frames(HostedTurns hosted, Map<String, Double> figures) throws InterruptedException, InvocationTargetException {
        Painted painted = new Painted();
        JFrame[] frame = new JFrame[1];
        SwingUtilities.invokeAndWait(() -> {
            frame[0] = new JFrame();
            frame[0].add(painted);
            frame[0].setSize(320, 140);
            frame[0].setVisible(true);
        });
        painted.perSecond();
        figures.put("frames.alone", painted.perSecond());
        Runnable end = hosted.yieldOnSwing(TASKS);
        painted.perSecond();
        figures.put("frames.beside", painted.perSecond());
        end.run();
        SwingUtilities.invokeAndWait(frame[0]::dispose);
    }

    /** Paints itself again and again. */
    private static final class Painted extends JComponent {
        private static final long serialVersionUID = 1;

        private long frames;

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.fillRect(0, 0, getWidth(), getHeight());
            synchronized (this) {
                frames++;
                notifyAll();
            }
            repaint();
        }

        private synchronized double perSecond() throws InterruptedException {
            long begin = frames;
            long start = System.nanoTime();
            while (frames < begin + FRAMES) {
                wait();
            }
            return (frames - begin) * 1e9 / (System.nanoTime() - start);
        }
    }
}
