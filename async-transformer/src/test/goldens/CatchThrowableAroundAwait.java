import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** What is caught is everything, but not what suspending throws. */
class CatchThrowableAroundAwait {
    @Async
    static Coroutine<Throwable> run(Coroutine<Integer> step, Throwable otherwise) {
        try {
            await(step);
        } catch (Throwable failure) {
            return Coroutine.of(failure);
        }
        return Coroutine.of(otherwise);
    }
}
