package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 12: a blocking sleep stops the thread, an awaited one lets others run. */
public final class SyncVersusAsyncSleep {
    private SyncVersusAsyncSleep() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        System.out.println("**** Synchronous sleep ****");
        Blocking.sleep(ofSeconds(2));
        System.out.println("This will be printed after 2 seconds, as entire thread was blocked");

        System.out.println("**** Asynchronous sleep ****");
        run(program());
    }

    @Async
    private static Coroutine<Void> program() {
        await(gather(coroutine1(), coroutine2()));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> coroutine1() {
        System.out.println("Pausing coroutine 1 ...");
        await(sleep(ofSeconds(1)));
        System.out.println("After a pause, resuming coroutine 1 ...");
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> coroutine2() {
        System.out.println("coroutine_2() is executed because coroutine_1() is on pause");
        return Coroutine.done();
    }
}
