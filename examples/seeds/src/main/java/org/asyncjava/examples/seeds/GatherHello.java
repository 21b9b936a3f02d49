package org.asyncjava.examples.seeds;

import static java.time.Duration.ofMillis;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 20: gathering gives a list. */
public final class GatherHello {
    private GatherHello() {
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
        System.out.println("Time started at:  " + PythonText.clock());
        System.out.println(PythonText.repr(await(gather(test("Hello")))));
        await(sleep(ofMillis(500)));
        System.out.println("World");
        System.out.println("Time finished at:  " + PythonText.clock());
        return Coroutine.done();
    }

    @Async
    private static Coroutine<String> test(String word) {
        return Coroutine.of(word);
    }
}
