package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 07: a task is awaited and ends. */
public final class TaskAwaited {
    private TaskAwaited() {
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
        Task<Void> task = createTask(foo("inside foo"));
        System.out.println("finished awaiting foo");
        await(task);
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> foo(String text) {
        System.out.println(text);
        await(sleep(ofSeconds(1)));
        System.out.println("Ending foo");
        return Coroutine.done();
    }
}
