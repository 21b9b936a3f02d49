import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Static or not, private or not, of an interface: the body is private, and static if the method is. */
interface MethodKinds {
    @Async
    default CompletionStage<Integer> ofInterface(CompletionStage<Integer> step) {
        return CompletableFuture.completedFuture(await(step) + hashCode());
    }

    @Async
    static Coroutine<Integer> ofNoObject(Coroutine<Integer> step) {
        return Coroutine.of(await(step));
    }

    @Async
    private Coroutine<Integer> hidden(Coroutine<Integer> step) {
        return Coroutine.of(await(step) + await(hidden(step)));
    }
}
