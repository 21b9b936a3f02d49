package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.asyncjava.compiler.source.LiveSources;

/**
 * Looks at the first document again and again, for some seconds in which it is read and not yet changed: the JVM compiles what it has seen often, and without that
 * the first changes take several times as long. What is asked for meanwhile is done in between.
 */
final class Rehearsal {
    private static final int TIMES = 60;
    private static final long MOST = TimeUnit.SECONDS.toNanos(4);

    private final Worker worker;
    private final LiveSources sources;
    private final Path file;
    private final long end = System.nanoTime() + MOST;
    private int times;

    /**
     * Prepares.
     *
     * @param worker whose thread looks
     * @param sources that know the file
     * @param file of the document
     */
    Rehearsal(Worker worker, LiveSources sources, Path file) {
        this.worker = worker;
        this.sources = sources;
        this.file = file;
    }

    void start() {
        worker.execute(this::once);
    }

    private void once() {
        sources.lookAnew(file);
        if (++times < TIMES && System.nanoTime() - end < 0) {
            start();
        }
    }
}
