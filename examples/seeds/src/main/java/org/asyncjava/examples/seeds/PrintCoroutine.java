package org.asyncjava.examples.seeds;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 02: a coroutine is printed and never awaited. */
public final class PrintCoroutine {
    private PrintCoroutine() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println(main());
    }

    @Async
    private static Coroutine<Void> main() {
        System.out.println("hello world");
        return Coroutine.done();
    }
}
