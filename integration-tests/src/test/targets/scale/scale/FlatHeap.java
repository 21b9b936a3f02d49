package scale;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;

/** Runs long loops in a small heap, in a JVM of its own: the arguments are the number of awaits and of tail calls. HARD_CASES 59. */
public class FlatHeap {
    private static final Queue<Runnable> COMPLETIONS = new ArrayDeque<>();
    private static EventLoop loop;

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        ended(InARow.ofFutures(count, FlatHeap::pending));
        ended(InARow.ofCalls(count, FlatHeap::pending));
        ended(InARow.ofFutures(count, () -> CompletableFuture.completedFuture(1)));
        if (arguments.length > 1) {
            ended(InARow.tailCalls(Integer.parseInt(arguments[1]), FlatHeap::pending));
        }
        System.out.println("flat");
    }

    private static CompletableFuture<Integer> pending() {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        if (loop != null) {
            loop.callSoon(() -> future.complete(1));
        } else {
            COMPLETIONS.add(() -> future.complete(1));
        }
        return future;
    }

    private static void ended(Object result) {
        if (result instanceof CompletionStage) {
            CompletableFuture<?> future = ((CompletionStage<?>) result).toCompletableFuture();
            while (!future.isDone()) {
                COMPLETIONS.remove().run();
            }
            future.join();
        } else {
            loop = new EventLoop();
            loop.runUntilComplete((org.asyncjava.Awaitable<?>) result);
            loop.close();
        }
    }
}
