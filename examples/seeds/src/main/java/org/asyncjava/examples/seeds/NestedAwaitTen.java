package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 33: an await goes on only when the awaited loop of ten has ended. */
public final class NestedAwaitTen {
    private NestedAwaitTen() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(task1());
    }

    @Async
    private static Coroutine<Void> task1() {
        System.out.println("Hey Ash");
        await(task2(10));
        System.out.println("Hello World");
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> task2(int num) {
        for (int i = 0; i < num; i++) {
            System.out.println(i);
            await(sleep(ofSeconds(1)));
        }
        return Coroutine.done();
    }
}
