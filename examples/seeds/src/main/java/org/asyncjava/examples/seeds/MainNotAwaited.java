package org.asyncjava.examples.seeds;

import static java.time.Duration.ofMillis;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.LocalTime;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 21: the main coroutine is called and not run. */
public final class MainNotAwaited {
    private MainNotAwaited() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        main();
    }

    @Async
    private static Coroutine<String> test(String word) {
        return Coroutine.of(word);
    }

    @Async
    private static Coroutine<Void> main() {
        System.out.println("Time started at:  " + LocalTime.now());
        System.out.println(await(gather(test("Hello"))));
        await(sleep(ofMillis(500)));

        System.out.println("World");

        System.out.println("Time finished at:  " + LocalTime.now());
        return Coroutine.done();
    }
}
