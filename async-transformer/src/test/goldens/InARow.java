import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Eight states that keep the same are restored together. */
class InARow {
    @Async
    static Coroutine<Void> run(Coroutine<Void> step, int turns) {
        await(step);
        await(step);
        await(step);
        await(step);
        await(step);
        await(step);
        await(step);
        await(step);
        return turns == 0 ? Coroutine.done() : run(step, turns - 1);
    }
}
