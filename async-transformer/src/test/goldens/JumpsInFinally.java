import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A finally block that returns drops what was thrown. */
class JumpsInFinally {
    @Async
    @SuppressWarnings("finally")
    static Coroutine<Integer> run(Coroutine<Integer> step) {
        try {
            return Coroutine.of(await(step));
        } finally {
            if (step.hashCode() > 0) {
                return Coroutine.of(await(step) + 1);
            }
        }
    }
}
