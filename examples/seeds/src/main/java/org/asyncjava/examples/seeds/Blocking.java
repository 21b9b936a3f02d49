package org.asyncjava.examples.seeds;

import java.time.Duration;

/**
 * Sleep that holds its thread, for the programs that show what that does to everybody else.
 *
 * <p>The system property {@code seeds.blocking.percent} (default 100) shortens it, so that the tests need not sit through 17 seconds.
 */
final class Blocking {
    private static final int PERCENT = Integer.getInteger("seeds.blocking.percent", 100);

    private Blocking() {
    }

    /**
     * Blocks the calling thread.
     *
     * @param duration how long, before shortening
     */
    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis() * PERCENT / 100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sleeping", e);
        }
    }
}
