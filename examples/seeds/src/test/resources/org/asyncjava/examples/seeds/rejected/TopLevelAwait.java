import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Program 03. */
final class TopLevelAwait {
    @Async
    static Coroutine<Void> main() {
        System.out.println("hello world");
        return Coroutine.done();
    }

    static {
        await(main()); // AJ004
    }
}
