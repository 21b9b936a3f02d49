import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A variable that is null at the await takes no field. */
class NullLocalAssignedLater {
    @Async
    static Coroutine<String> run(Coroutine<String> step, boolean set) {
        String text = null;
        String first = await(step);
        if (set) {
            text = first;
        }
        return Coroutine.of(text + await(step));
    }
}
