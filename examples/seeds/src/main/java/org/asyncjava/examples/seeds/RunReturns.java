package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 16: {@code run} returns the coroutine's value. */
public final class RunReturns {
    private RunReturns() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        String result = run(myCoroutine());
        System.out.println(result);
    }

    @Async
    private static Coroutine<String> myCoroutine() {
        await(sleep(ofSeconds(1)));
        return Coroutine.of("Any Async Output");
    }
}
