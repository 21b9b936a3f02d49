import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** A try with finally in a catch clause: what was caught is read behind it. */
class FinallyInCatch {
    @Async
    static Coroutine<String> run(Coroutine<String> step) {
        try {
            return Coroutine.of(await(step));
        } catch (IllegalStateException failure) {
            String text;
            try {
                text = await(step);
            } finally {
                step.toString();
            }
            return Coroutine.of(text + failure.getMessage());
        }
    }
}
