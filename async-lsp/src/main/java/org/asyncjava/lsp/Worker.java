package org.asyncjava.lsp;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asyncjava.compiler.source.LiveSources;

/** The one thread that looks at sources. What it is given is done in that order; what fails is told, and the next is done. */
final class Worker implements Executor {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final Consumer<Throwable> failures;

    /**
     * Starts the thread.
     *
     * @param failures told of what fails
     */
    Worker(Consumer<Throwable> failures) {
        this.failures = failures;
        LiveSources.thread(this::work, "async-java worker").start();
    }

    private void work() {
        while (true) {
            try {
                queue.take().run();
            } catch (InterruptedException nobodyDoesThat) {
                return;
            } catch (Throwable failure) {
                failures.accept(failure);
            }
        }
    }

    @Override
    public void execute(Runnable task) {
        queue.add(task);
    }

    /** What a task returns, or throws, when it has been done. */
    <T> CompletableFuture<T> ask(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, this);
    }
}
