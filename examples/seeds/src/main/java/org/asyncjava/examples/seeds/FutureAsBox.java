package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;

/** Program 15: a deferred result used as a box, while no loop is running. */
public final class FutureAsBox {
    private FutureAsBox() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (EventLoop loop = new EventLoop()) {
            Deferred<String> box = new Deferred<>(loop);
            box.complete(run(myCoroutine()));
            System.out.println(box.result());
        }
    }

    @Async
    private static Coroutine<String> myCoroutine() {
        await(sleep(ofSeconds(1)));
        return Coroutine.of("Any Async Output");
    }
}
