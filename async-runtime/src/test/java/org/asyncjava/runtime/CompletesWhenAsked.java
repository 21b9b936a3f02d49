package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** A future that completes between the question whether it is done and the subscription. HARD_CASES 65. */
final class CompletesWhenAsked extends CompletableFuture<Object> {
    @Override
    public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> function) {
        complete(1);
        return super.handle(function);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
