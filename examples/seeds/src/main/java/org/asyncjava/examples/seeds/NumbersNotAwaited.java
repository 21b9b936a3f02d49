package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 35: a task that counts is cut off at its first sleep. */
public final class NumbersNotAwaited {
    private NumbersNotAwaited() {
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
        createTask(task2(5));
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
