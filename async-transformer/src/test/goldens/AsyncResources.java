import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;

/** Resources that are closed by awaiting: two of a method that returns a value, one of a generator. */
class AsyncResources {
    @Async
    static Coroutine<Integer> two(CompletableFuture<AsyncCloseable> first, CompletableFuture<AsyncCloseable> second) {
        try (AsyncCloseable a = await(first); AsyncCloseable b = await(second)) {
            return Coroutine.of(a.hashCode() + b.hashCode());
        }
    }

    @Async
    static AsyncIterable<Integer> elements(AsyncCloseable resource) {
        try (resource) {
            emit(resource.hashCode());
        }
        return end();
    }
}
