package org.asyncjava.examples.seeds;

import static java.time.Duration.ofSeconds;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.util.Locale;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 24: a created task can be awaited and has a value. */
public final class AwaitCreatedTask {
    private AwaitCreatedTask() {
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
        System.out.println(await(createTask(test("awaited task"))));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<String> test(String word) {
        System.out.println(word);
        await(sleep(ofSeconds(1)));
        return Coroutine.of(word.toUpperCase(Locale.ROOT));
    }
}
