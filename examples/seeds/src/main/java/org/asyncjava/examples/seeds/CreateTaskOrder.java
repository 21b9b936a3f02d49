package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 23: a task that was created starts at its creator's first await. */
public final class CreateTaskOrder {
    private CreateTaskOrder() {
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
        System.out.println("Time started at:  " + PythonText.clock());

        System.out.println("Task 1 Done");
        createTask(test("Task 2 Done"));
        System.out.println("Task 3 Done");

        await(sleep(ofSeconds(1)));

        for (int i = 0; i < 3; i++) {
            System.out.println("Looped task 4 Done");
        }
        System.out.println("Time finished at:  " + PythonText.clock());
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> test(String word) {
        System.out.println(word);
        await(sleep(ofSeconds(1)));
        return Coroutine.done();
    }
}
