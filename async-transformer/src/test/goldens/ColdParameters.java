import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A cold method keeps the parameters that it reads until it is started, wide ones too. */
class ColdParameters {
    @Async
    static Coroutine<String> join(long first, Coroutine<String> second, String unused, double third) {
        return Coroutine.of(first + await(second) + third);
    }

    @Async
    Coroutine<Void> nothing() {
        return Coroutine.done();
    }
}
