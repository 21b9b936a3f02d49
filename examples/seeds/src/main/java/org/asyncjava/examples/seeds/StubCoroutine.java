package org.asyncjava.examples.seeds;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 30: a coroutine with an empty body, which nobody calls. */
public final class StubCoroutine {
    private StubCoroutine() {
    }

    /**
     * Does nothing: {@link #myCoroutine} is defined and not called.
     *
     * @param args not used
     */
    public static void main(String[] args) {
    }

    @Async
    static Coroutine<Void> myCoroutine() {
        return Coroutine.done();
    }
}
