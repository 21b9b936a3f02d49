package org.asyncjava.runtime;

/** A coroutine that has its result from the beginning. */
final class ValueCoroutine<T> extends Coroutine<T> {
    static final ValueCoroutine<Void> DONE = new ValueCoroutine<>(null);

    final T value;

    ValueCoroutine(T value) {
        this.value = value;
    }

    @Override
    boolean begin(int depth) {
        return false;
    }

    @Override
    T take() {
        return value;
    }

    @Override
    public String toString() {
        return ShortText.of(this, () -> "Coroutine.of(" + ShortText.of(value) + ")");
    }
}
