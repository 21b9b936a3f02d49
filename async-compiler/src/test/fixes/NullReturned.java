package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

class NullReturned {
    @Async
    Coroutine<Void> nothing(Coroutine<String> name) {
        await(name);
        return null;
    }

    @Async
    Coroutine<String> cold(Coroutine<String> name) {
        return await(name) == null ? null : Coroutine.of("name");
    }

    @Async
    CompletableFuture<String> hot(Coroutine<String> name) {
        await(name);
        return null;
    }
}
