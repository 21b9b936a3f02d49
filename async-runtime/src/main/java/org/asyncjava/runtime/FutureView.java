package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;

/** A {@link LoopFuture}'s outcome as a {@link CompletableFuture}. */
final class FutureView {
    private FutureView() {
    }

    static <T> CompletableFuture<T> of(LoopFuture<T> source) {
        CompletableFuture<T> view = new CompletableFuture<>();
        source.addDoneCallback(done -> {
            try {
                view.complete(source.take());
            } catch (Throwable failure) {
                view.completeExceptionally(failure);
            }
        });
        view.whenComplete((value, failure) -> {
            if (view.isCancelled()) {
                source.loop.execute(source::cancel);
            }
        });
        return view;
    }
}
