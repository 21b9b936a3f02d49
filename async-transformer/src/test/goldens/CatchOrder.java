import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Clauses of one try, one of them of two types: their order is kept. */
class CatchOrder {
    @Async
    static Coroutine<String> run(Coroutine<String> step) {
        try {
            return Coroutine.of(await(step));
        } catch (IllegalArgumentException | IllegalStateException failure) {
            return Coroutine.of("odd " + await(step));
        } catch (RuntimeException failure) {
            return Coroutine.of("any " + failure.getMessage());
        }
    }
}
