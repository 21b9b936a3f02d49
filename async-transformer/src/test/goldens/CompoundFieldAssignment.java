import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** The object and the old value of its field lie on the stack. */
class CompoundFieldAssignment {
    private long total;

    @Async
    Coroutine<Long> run(Coroutine<Integer> step) {
        total += await(step);
        return Coroutine.of(total);
    }
}
