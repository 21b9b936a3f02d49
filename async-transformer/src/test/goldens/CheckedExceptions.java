import static org.asyncjava.Await.await;

import java.io.IOException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** The second argument of an await is for the compiler alone. */
class CheckedExceptions {
    @Async
    static Coroutine<String> run(Coroutine<String> step) {
        try {
            return Coroutine.of(await(step, IOException.class));
        } catch (IOException failure) {
            return Coroutine.of(failure.getMessage());
        }
    }
}
