package org.asyncjava.runtime;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.NullMarked;

/**
 * A thread that somebody else runs, as what the turns of an {@link EventLoop#hosted hosted loop} are given to: the thread of a user interface, of a
 * network library, of an executor. JavaFX, for instance:
 *
 * <pre>{@code
 * enum JavaFx implements LoopHost {
 *     HOST;
 *
 *     public void execute(Runnable turn) {
 *         Platform.runLater(turn);
 *     }
 *
 *     public Runnable schedule(Runnable turn, Duration delay) {
 *         Timeline timer = new Timeline(new KeyFrame(javafx.util.Duration.millis(delay.toNanos() / 1e6), done -> turn.run()));
 *         timer.play();
 *         return timer::stop;
 *     }
 *
 *     public boolean isCurrent() {
 *         return Platform.isFxApplicationThread();
 *     }
 *
 *     public void onEnd(Runnable ended) {
 *         // the end of the toolkit is the end of the process
 *     }
 * }
 * }</pre>
 *
 * <p>Equal hosts have one loop. What a host is given may be run at once, late, twice or never: the loop survives that. All methods but
 * {@link #isCurrent} may be called on any thread.
 *
 * @since 0.1.0
 */
@NullMarked
public interface LoopHost {
    /**
     * Runs something soon on the host's thread, after what was given before.
     *
     * @param turn what to run
     * @throws java.util.concurrent.RejectedExecutionException when nothing is run any more
     */
    void execute(Runnable turn);

    /**
     * Runs something later on the host's thread.
     *
     * @param turn what to run
     * @param delay how long from now, more than zero
     * @return takes it back when it is run, on any thread; without effect afterwards
     * @throws java.util.concurrent.RejectedExecutionException when nothing is run any more
     */
    Runnable schedule(Runnable turn, Duration delay);

    /**
     * Tells whether the calling thread is the host's. Where it is the loop is the current one also between its turns, so that a button's listener may
     * make tasks. A host that shares its thread with others says so only while it is its turn.
     *
     * @return true if what is given to {@link #execute} would run on this thread
     */
    boolean isCurrent();

    /**
     * Asks to be told of the host's end. Best on its own thread, as long as that still runs what it is given: then what is left on the loop is
     * cancelled and cleans up there.
     *
     * @param ended to be run once, before or after the host has stopped to run what it is given; never, if the host does not end
     */
    void onEnd(Runnable ended);

    /**
     * The thread on which Swing handles events.
     *
     * @return a host that never ends
     */
    static LoopHost swing() {
        return SwingHost.HOST;
    }

    /**
     * The thread of an executor, which is known from the first thing on that the executor runs after the loop was asked for. The host ends as soon
     * as the executor refuses something, or within a second when it has terminated.
     *
     * @param executor one that runs one thing at a time, on one thread
     * @return a host; equal to another one of the same executor
     */
    static LoopHost of(ScheduledExecutorService executor) {
        return ExecutorHost.of(executor);
    }
}
