import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A loop without an end: there is no return. */
class EndlessLoops {
    @Async
    static Coroutine<Void> run(Coroutine<Integer> step) {
        int turns = 0;
        while (true) {
            turns += await(step);
        }
    }
}
