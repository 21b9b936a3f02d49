package org.asyncjava.examples.seeds;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 31: a coroutine is called and never awaited. */
public final class CalledNotAwaited {
    private CalledNotAwaited() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        printSomething();
    }

    @Async
    private static Coroutine<Void> printSomething() {
        System.out.println("Hey Ash!");
        return Coroutine.done();
    }
}
