package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.Task;

/** Waits for the answer to a request that has been dropped: nobody has the {@code Deferred} any more, which debug mode notices. */
public final class LostAnswer {
    private final Map<String, Deferred<String>> open = new HashMap<>();

    private LostAnswer() {
    }

    @Async
    private Coroutine<String> ask(String question) {
        Deferred<String> answer = new Deferred<>();
        open.put(question, answer);
        return Coroutine.of(await(answer));
    }

    /**
     * Loses an answer.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        LostAnswer client = new LostAnswer();
        Task<String> asking = Coroutines.createTask(client.ask("how much?"), "asking");
        await(Coroutines.yieldNow());
        Coroutines.currentLoop().setExceptionHandler((loop, context) -> {
            System.out.println(context.message());
            asking.cancel();
        });
        client.open.clear();
        Thread collector = new Thread(() -> {
            while (true) {
                System.gc();
                LockSupport.parkNanos(10_000_000);
            }
        });
        collector.setDaemon(true);
        collector.start();
        try {
            await(asking);
        } catch (CancellationException asked) {
            return;
        }
    }
}
