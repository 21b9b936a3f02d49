package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 11: a coroutine that sleeps. */
public final class MyCoroutine {
    private MyCoroutine() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(myCoroutine());
    }

    @Async
    private static Coroutine<Void> myCoroutine() {
        System.out.println("Start");
        await(sleep(ofSeconds(2)));
        System.out.println("End");
        return Coroutine.done();
    }
}
