import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A parameter that is assigned: as long as its type stays, its field and its argument are the same. */
class ParametersReassigned {
    @Async
    static Coroutine<Integer> run(Coroutine<Integer> step, int count, Object value) {
        count += await(step);
        value = "text" + count;
        return Coroutine.of(await(step) + count + value.hashCode());
    }
}
