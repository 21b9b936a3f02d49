package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 06: a task that nobody awaits takes its first step after the last line of the program, and {@code run} then cancels it. */
public final class TaskNotAwaited {
    private TaskNotAwaited() {
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
        createTask(foo("inside foo"));
        System.out.println("finished awaiting foo");
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
