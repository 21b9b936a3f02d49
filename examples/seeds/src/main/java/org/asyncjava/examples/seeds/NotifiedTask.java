package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 38: a done callback runs before the coroutine that began to await later. */
public final class NotifiedTask {
    private NotifiedTask() {
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
        System.out.println("task1");
        Task<Integer> task2 = createTask(longRunning());
        task2.addDoneCallback(done -> System.out.println("notified: task2 done"));
        System.out.println("task3");
        System.out.println("result of task2: " + await(task2));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Integer> longRunning() {
        await(sleep(ofSeconds(1)));
        return Coroutine.of(42);
    }
}
