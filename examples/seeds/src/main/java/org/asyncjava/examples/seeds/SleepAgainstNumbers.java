package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 37: the main coroutine sleeps while a task counts; at five seconds the timer that was set first fires first. */
public final class SleepAgainstNumbers {
    private SleepAgainstNumbers() {
    }

    /**
     * Runs the program.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run(printSomething());
    }

    @Async
    private static Coroutine<Void> printSomething() {
        System.out.println("Hey Ash!");
        Task<Void> task = createTask(printNumbers(10));
        await(sleep(ofSeconds(5)));
        System.out.println("Finish");
        await(task);
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> printNumbers(int num) {
        for (int i = 0; i < num; i++) {
            System.out.println(i);
            await(sleep(ofSeconds(1)));
        }
        return Coroutine.done();
    }
}
