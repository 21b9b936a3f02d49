package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

public class SleepInAsync {
    @Async
    static Coroutine<String> late(int seconds) throws InterruptedException {
        Thread.sleep(10);
        Thread.sleep(1, seconds);
        TimeUnit.SECONDS.sleep(seconds);
        return Coroutine.of(await(Coroutine.of("late")));
    }

    @Async
    static Coroutine<String> caught() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            System.out.println("asleep");
            Thread.sleep(6);
        } catch (InterruptedException interrupted) {
            return Coroutine.of("never");
        }
        return Coroutine.of(await(Coroutine.of("late")));
    }
}
