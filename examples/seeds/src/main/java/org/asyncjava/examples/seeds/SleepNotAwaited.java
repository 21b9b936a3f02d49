package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 10: a sleep that nobody awaits is made and not slept. */
public final class SleepNotAwaited {
    private SleepNotAwaited() {
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
        System.out.println("awaiting foo...");
        await(foo("inside foo"));
        System.out.println("finished awaiting foo");
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> foo(String text) {
        System.out.println(text);
        sleep(ofSeconds(1));
        return Coroutine.done();
    }
}
