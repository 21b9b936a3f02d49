package org.asyncjava.eclipse;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asyncjava.compiler.source.LiveSources;

/** The one thread that looks at sources. */
final class SourceWorker {
    /** Who waits is mostly the editor's thread for such work, but may be one that draws windows. */
    private static final int PATIENCE_SECONDS = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> LiveSources.thread(work, "async-java while typing"));

    /**
     * Waits for an answer.
     *
     * @param question asked in the thread
     * @param otherwise the answer if it takes too long; what was begun is finished, and helps the next one
     * @return the answer
     * @throws ExecutionException if the question fails
     */
    <T> T ask(Callable<T> question, T otherwise) throws ExecutionException {
        Future<T> answer = thread.submit(question);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            return otherwise;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }

    /** Does something after what was asked before. */
    void execute(Runnable work) {
        thread.execute(work);
    }
}
