package org.asyncjava.maven;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/** Says in the log, every few seconds, how far long work has come; of short work nothing. For one thread at a time. */
final class CheckProgress {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final Log log;
    private final int total;
    private final LongSupplier clock;
    private long last;
    private int done;

    CheckProgress(Log log, int total, LongSupplier clock) {
        this.log = log;
        this.total = total;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /** One more file has been read. */
    void advance() {
        done++;
        long now = clock.getAsLong();
        if (now - last >= PAUSE && done < total) {
            last = now;
            log.info("async: " + done + " of " + total + " source files read");
        }
    }
}
