import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A method is called on what was awaited, with an awaited argument. */
class AwaitAsReceiver {
    @Async
    static Coroutine<String> run(Coroutine<String> step) {
        return Coroutine.of(await(step).concat(await(step)).trim());
    }
}
