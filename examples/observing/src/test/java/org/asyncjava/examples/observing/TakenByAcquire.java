package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.CoroutineDump;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.EventLoop;

/** Two tasks that take two locks by {@code acquire()}, in two orders, a strand that nobody waits for, and a method on no loop: what they do is known in debug mode. */
final class TakenByAcquire {
    private TakenByAcquire() {
    }

    @Async
    private static Coroutine<Void> take(AsyncLock one, AsyncLock other) {
        await(one.acquire());
        await(Coroutines.yieldNow());
        await(other.acquire());
        return Coroutine.done();
    }

    @Async
    private static CompletableFuture<String> onNoLoop(CompletableFuture<String> reply) {
        return CompletableFuture.completedFuture(await(reply) + "!");
    }

    /** Prints the dump, and ends the process. */
    @AsyncEntry
    public static void main(String[] args) {
        AsyncLock a = new AsyncLock();
        AsyncLock b = new AsyncLock();
        EventLoop strand = EventLoop.on(Runnable::run);
        strand.execute(() -> strand.createTask(new AsyncEvent().whenSet(), "on a strand"));
        CompletableFuture<String> reply = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<String>> call = CompletableFuture.supplyAsync(() -> onNoLoop(reply), run -> {
            Thread thread = new Thread(run);
            thread.start();
        });
        await(call);
        Coroutines.createTask(take(a, b), "one");
        Coroutines.createTask(take(b, a), "other");
        for (int i = 0; i < 10; i++) {
            await(Coroutines.yieldNow());
        }
        System.out.print(CoroutineDump.text());
        System.out.println(reply.isDone());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
