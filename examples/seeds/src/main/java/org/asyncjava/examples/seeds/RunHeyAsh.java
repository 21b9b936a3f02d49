package org.asyncjava.examples.seeds;

import static org.asyncjava.runtime.Coroutines.run;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 32: one coroutine, run. */
public final class RunHeyAsh {
    private RunHeyAsh() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(printSomething());
    }

    @Async
    private static Coroutine<Void> printSomething() {
        System.out.println("Hey Ash!");
        return Coroutine.done();
    }
}
