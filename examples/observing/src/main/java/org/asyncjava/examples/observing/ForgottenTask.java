package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.time.Duration;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

/** Saves a document in a task and ends before that has: the task is cancelled, which nobody is told of unless in debug mode. */
public final class ForgottenTask {
    private ForgottenTask() {
    }

    @Async
    private static Coroutine<Void> save(String document) {
        await(Coroutines.sleep(Duration.ofSeconds(10)));
        System.out.println("saved " + document);
        return Coroutine.done();
    }

    /**
     * Forgets to await.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        Coroutines.createTask(save("letter"), "save");
        await(Coroutines.yieldNow());
        await(Coroutines.yieldNow());
    }
}
