package demo;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;

final class Locks {
    public static void main(String[] arguments) {
        Coroutines.run(wait(new AsyncEvent()));
    }

    @Async
    private static Coroutine<Void> wait(AsyncEvent event) {
        Coroutines.createTask(set(event));
        await(event.whenSet());
        System.out.println("set");
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> set(AsyncEvent event) {
        await(Coroutines.yieldNow());
        System.out.println("waits");
        event.set();
        return Coroutine.done();
    }
}
