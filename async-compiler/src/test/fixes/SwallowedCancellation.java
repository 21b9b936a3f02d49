package shop;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

public class SwallowedCancellation {
    @Async
    Coroutine<Void> ask(Coroutine<String> one, Coroutine<String> other) {
        try {
            await(one);
        } catch (Exception failure) {
            System.out.println(failure);
        }
        boolean cancelled = false;
        try {
            await(other);
        }
        catch (RuntimeException failure)
        {
            System.out.println(failure + " " + cancelled);
        }
        return Coroutine.done();
    }
}
