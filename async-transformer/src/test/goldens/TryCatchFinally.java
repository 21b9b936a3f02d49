import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** An await in each part; the finally block comes three times. */
class TryCatchFinally {
    @Async
    static Coroutine<String> run(Coroutine<String> step) {
        String log = "";
        try {
            log = await(step);
        } catch (IllegalStateException failure) {
            log += failure.getMessage() + await(step);
        } finally {
            log += await(step);
        }
        return Coroutine.of(log);
    }
}
