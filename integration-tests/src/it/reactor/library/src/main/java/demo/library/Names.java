package demo.library;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Async code in the module that others use. */
public class Names {
    @Async
    public CompletableFuture<String> upper(CompletableFuture<String> name) {
        return CompletableFuture.completedFuture(await(name).toUpperCase());
    }
}
