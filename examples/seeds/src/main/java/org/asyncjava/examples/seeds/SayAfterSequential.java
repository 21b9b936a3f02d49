package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 26: two awaits, one after the other, three seconds in all. */
public final class SayAfterSequential {
    private SayAfterSequential() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(program());
    }

    @Async
    private static Coroutine<Void> program() {
        System.out.println("started at " + PythonText.clock());
        await(sayAfter(ofSeconds(1), "hello"));
        await(sayAfter(ofSeconds(2), "world"));
        System.out.println("finished at " + PythonText.clock());
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> sayAfter(Duration delay, String what) {
        await(sleep(delay));
        System.out.println(what);
        return Coroutine.done();
    }
}
