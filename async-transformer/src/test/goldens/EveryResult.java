import static org.asyncjava.Await.await;

import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;

/** An entry point returns values as they are, to a caller who waits for them. */
class EveryResult {
    @AsyncEntry
    static long total(int first, Coroutine<Long> second, String[] unused) {
        return first + await(second);
    }

    @AsyncEntry
    String text(boolean really, Coroutine<String> source) {
        return really ? await(source) : null;
    }

    @AsyncEntry
    void nothing() {
    }
}
