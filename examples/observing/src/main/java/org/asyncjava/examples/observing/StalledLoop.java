package org.asyncjava.examples.observing;

import static org.asyncjava.Await.await;

import java.util.concurrent.CountDownLatch;
import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.CoroutineDump;
import org.asyncjava.runtime.Coroutines;

/** A loop that stands still because a step of it blocks; another thread prints where. */
public final class StalledLoop {
    private StalledLoop() {
    }

    @Async
    private static Coroutine<Void> consume(AsyncQueue<String> orders) {
        while (true) {
            System.out.println(await(orders.take()));
        }
    }

    private static void waitForReply(CountDownLatch asked, CountDownLatch reply) {
        asked.countDown();
        try {
            reply.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /**
     * Stalls.
     *
     * @param args not used
     */
    @AsyncEntry
    public static void main(String[] args) {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch reply = new CountDownLatch(1);
        new Thread(() -> look(asked, reply), "watchdog").start();
        var consumer = Coroutines.createTask(consume(new AsyncQueue<>(10)), "consumer");
        await(Coroutines.yieldNow());
        await(Coroutines.yieldNow());
        waitForReply(asked, reply);
        consumer.cancel();
    }

    private static void look(CountDownLatch asked, CountDownLatch reply) {
        try {
            asked.await();
            System.out.print(CoroutineDump.text());
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            reply.countDown();
        }
    }
}
