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

/** Program 08: two tasks take turns, and one of them has a value. */
public final class FetchAndNumbers {
    private FetchAndNumbers() {
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

        Map<String, Integer> value = await(task1);
        System.out.println(PythonText.repr(value));
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
