package org.asyncjava.lsp;

import java.nio.file.Path;
import java.util.List;
import org.asyncjava.compiler.source.LiveSources;

/** Reads many files, a few at a time, so that who types meanwhile does not wait for all. */
final class Indexing {
    private static final int AT_A_TIME = 200;

    private final List<Path> files;
    private final Worker worker;
    private final LiveSources sources;
    private final Runnable end;
    private int next;

    /**
     * Prepares.
     *
     * @param files to be read
     * @param worker whose thread reads them
     * @param sources that learn of them
     * @param end run by the worker when all have been read
     */
    Indexing(List<Path> files, Worker worker, LiveSources sources, Runnable end) {
        this.files = files;
        this.worker = worker;
        this.sources = sources;
        this.end = end;
    }

    void start() {
        worker.execute(this::some);
    }

    private void some() {
        int from = next;
        next = Math.min(files.size(), from + AT_A_TIME);
        sources.read(files.subList(from, next));
        if (next < files.size()) {
            worker.execute(this::some);
        } else {
            end.run();
        }
    }
}
