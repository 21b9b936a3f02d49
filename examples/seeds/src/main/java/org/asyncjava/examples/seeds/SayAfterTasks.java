package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.time.Duration;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 25: two tasks overlap, two seconds in all. */
public final class SayAfterTasks {
    private SayAfterTasks() {
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
        Task<Void> task1 = createTask(sayAfter(ofSeconds(1), "hello"));
        Task<Void> task2 = createTask(sayAfter(ofSeconds(2), "world"));
        System.out.println("started at " + PythonText.clock());

        await(task1);
        await(task2);
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
