package org.asyncjava.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** The thread on which Swing handles events. Loaded only by programs that use Swing. */
enum SwingHost implements LoopHost {
    HOST;

    @Override
    public void execute(Runnable turn) {
        SwingUtilities.invokeLater(turn);
    }

    /** Swing counts milliseconds: a turn that comes early would only have to come again. */
    @Override
    public Runnable schedule(Runnable turn, Duration delay) {
        long millis = Math.min(TimeUnit.NANOSECONDS.toMillis(Nanos.of(delay) - 1), Integer.MAX_VALUE - 1) + 1;
        Timer timer = new Timer((int) millis, event -> turn.run());
        timer.setRepeats(false);
        timer.start();
        return timer::stop;
    }

    @Override
    public boolean isCurrent() {
        return SwingUtilities.isEventDispatchThread();
    }

    /** The thread ends when the last window is gone, and begins anew with the next event. */
    @Override
    public void onEnd(Runnable ended) {
    }
}
