package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A service elsewhere, as tests have it: an answer comes when it comes. */
final class Remote {
    private int asked;
    private int failures;

    /** Lets the next answers be failures. */
    Remote failing(int times) {
        failures = times;
        return this;
    }

    /** How often it was asked. */
    int asked() {
        return asked;
    }

    @Async
    <T> Coroutine<T> answer(T answer) {
        asked++;
        boolean fails = asked <= failures;
        await(yieldNow());
        return fails ? Coroutine.failed(new IllegalStateException("no answer to question " + asked)) : Coroutine.of(answer);
    }
}
