package org.asyncjava.examples.bugs;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A program in use, once. */
interface Work {
    /** Which of the two programs is used. */
    enum Version { WITH_BUG, CLEAN }

    Coroutine<Void> run();

    /** What must hold when it has ended, also when it was cancelled. */
    void check();

    /** Lets others run, so many times. */
    @Async
    static Coroutine<Void> turns(int count) {
        for (int i = 0; i < count; i++) {
            await(yieldNow());
        }
        return Coroutine.done();
    }
}
