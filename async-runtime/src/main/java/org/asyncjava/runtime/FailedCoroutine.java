package org.asyncjava.runtime;

/** A coroutine that has failed from the beginning. */
final class FailedCoroutine<T> extends Coroutine<T> {
    final Throwable failure;

    FailedCoroutine(Throwable failure) {
        this.failure = failure;
    }

    @Override
    boolean begin(int depth) {
        return false;
    }

    @Override
    T take() throws Throwable {
        throw failure;
    }

    @Override
    public String toString() {
        return ShortText.of(this, () -> "Coroutine.failed(" + ShortText.of(failure) + ")");
    }
}
