package demo;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.from;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.asyncjava.runtime.Coroutines.waitFor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/** Some of everything that waits for something: what a shrinker must not take away. */
public final class Program {
    private static final Duration SOON = Duration.ofMillis(1);
    private final AsyncLock lock = new AsyncLock();
    private final StringBuilder order = new StringBuilder();

    private Program() {
    }

    /** A future of the program's own kind. */
    public static class Answer<T> extends CompletableFuture<T> {
        /** For machines. */
        public Answer() {
        }
    }

    /** Prints what it comes to. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(run(new Program().all()));
        System.out.println(hot(later("hot")).get(60, TimeUnit.SECONDS) + " " + own(later("own")).get(60, TimeUnit.SECONDS));
        CompletableFuture<String> never = hot(new CompletableFuture<>());
        System.out.println(never.cancel(true) + " " + never.isCancelled());
    }

    private static CompletableFuture<String> later(String value) {
        return new CompletableFuture<String>().completeOnTimeout(value, 1, TimeUnit.MILLISECONDS);
    }

    @Async
    private static CompletableFuture<String> hot(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(twice(source)) + "!");
    }

    @Async
    private static CompletableFuture<String> twice(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source) + await(source));
    }

    @Async
    private static Answer<String> own(CompletableFuture<String> source) {
        Answer<String> answer = new Answer<>();
        answer.complete(await(twice(source)));
        return answer;
    }

    @Async
    private Coroutine<String> all() throws Exception {
        Task<String> first = createTask(locked("a"));
        Task<String> second = createTask(locked("b"));
        List<String> both = await(gather(List.of(first, second)));
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        int sum = await(TaskGroup.open(group -> {
            group.createTask(produce(queue));
            return Coroutine.of(await(queue.take()) + await(queue.take()));
        }));
        String late;
        try {
            late = await(waitFor(from(new CompletableFuture<String>()), SOON));
        } catch (AsyncTimeoutException expected) {
            late = "timeout";
        }
        String thread = await(toThread(() -> "thread"));
        return Coroutine.of(both + " " + order + " " + sum + " " + late + " " + thread);
    }

    @Async
    private Coroutine<String> locked(String name) {
        await(lock.acquire());
        try {
            await(sleep(SOON));
            order.append(name);
            return Coroutine.of(name);
        } finally {
            lock.release();
        }
    }

    @Async
    private static Coroutine<Void> produce(AsyncQueue<Integer> queue) {
        for (int i = 20; i < 22; i++) {
            await(sleep(SOON));
            await(queue.put(i));
        }
        return Coroutine.done();
    }
}
