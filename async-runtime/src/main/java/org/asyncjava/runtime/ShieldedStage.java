package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code shield} of a stage: goes on when the await for it is cancelled.
 *
 * @param <T> the type of the result
 */
final class ShieldedStage<T> extends StageView<T> {
    ShieldedStage(CompletionStage<T> stage) {
        super(stage, UNLIMITED, new CompletableFuture<>());
    }

    @Override
    void giveUpOperands() {
    }
}
