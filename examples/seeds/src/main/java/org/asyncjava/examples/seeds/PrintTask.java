package org.asyncjava.examples.seeds;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.util.Map;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;

/** Program 09: a task is printed where its value was meant. */
public final class PrintTask {
    private PrintTask() {
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
        Task<Map<String, Integer>> task1 = createTask(fetchData());
        Task<Void> task2 = createTask(printNumbers());

        System.out.println(task1);
        await(task2);
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Map<String, Integer>> fetchData() {
        System.out.println("Start fetching");
        await(sleep(ofSeconds(2)));
        System.out.println("Done fetching");
        return Coroutine.of(Map.of("data", 1));
    }

    @Async
    private static Coroutine<Void> printNumbers() {
        for (int i = 0; i < 10; i++) {
            System.out.println(i);
            await(sleep(ofMillis(250)));
        }
        return Coroutine.done();
    }
}
