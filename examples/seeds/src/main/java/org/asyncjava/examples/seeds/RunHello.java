package org.asyncjava.examples.seeds;

import static org.asyncjava.runtime.Coroutines.run;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 04: {@code run} is the way into asynchronous code. */
public final class RunHello {
    private RunHello() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(hello());
    }

    @Async
    private static Coroutine<Void> hello() {
        System.out.println("hello world");
        return Coroutine.done();
    }
}
