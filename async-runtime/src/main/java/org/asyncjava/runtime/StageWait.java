package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** One wait of a driver for a {@link CompletionStage}. Its reference holds the driver until that is woken. */
final class StageWait extends AtomicReference<Driver> implements Leaf {
    private static final long serialVersionUID = 1L;

    private final transient CompletionStage<?> stage;
    private transient Object settled;

    StageWait(CompletionStage<?> stage) {
        this.stage = stage;
    }

    static boolean isPending(CompletionStage<?> stage) {
        return !(stage instanceof CompletableFuture<?> future && future.isDone());
    }

    static Object outcome(CompletionStage<?> stage) throws Throwable {
        try {
            return ((CompletableFuture<?>) stage).join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() == null ? wrapped : wrapped.getCause();
        }
    }

    @Override
    public void subscribe(Driver driver) {
        set(driver);
        stage.handle((value, failure) -> {
            settle(failure == null ? Coroutine.of(value) : Coroutine.failed(unwrapped(failure)));
            return null;
        });
    }

    private boolean settle(Object outcome) {
        Driver driver = getAndSet(null);
        if (driver == null) {
            return false;
        }
        settled = outcome;
        driver.wake();
        return true;
    }

    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public boolean cancel(String message) {
        if (stage instanceof Future<?> future) {
            return future.cancel(true);
        }
        return settle(Coroutine.failed(new CancellationException(message)));
    }

    @Override
    public Object take() throws Throwable {
        return ((Coroutine<?>) settled).take();
    }
}
