import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A lambda of an async functional interface: what it captures are parameters, {@code this} apart. */
class AsyncLambdas {
    interface Step {
        @Async
        Coroutine<String> run(String text);
    }

    Step bound(Coroutine<String> step, long number) {
        return text -> Coroutine.of(text + number + await(step) + this);
    }
}
