package demo;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Task;

/** Two tasks that await each other. */
final class Stuck {
    @Async
    static Coroutine<Void> awaitOther(Task<?>[] tasks, int other) {
        await(Coroutines.yieldNow());
        await(tasks[other]);
        return Coroutine.done();
    }

    @AsyncEntry
    public static void main(String[] args) {
        Task<?>[] tasks = new Task<?>[2];
        tasks[0] = Coroutines.createTask(awaitOther(tasks, 1), "left");
        tasks[1] = Coroutines.createTask(awaitOther(tasks, 0), "right");
        for (int i = 0; i < 5; i++) {
            await(Coroutines.yieldNow());
        }
        Coroutines.currentLoop().callSoon(() -> System.out.println("stuck"));
        await(tasks[0]);
    }
}
