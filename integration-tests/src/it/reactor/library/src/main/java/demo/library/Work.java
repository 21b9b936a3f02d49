package demo.library;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Makes lambdas async wherever they are written. */
public interface Work<T> {
    @Async
    CompletableFuture<T> run() throws Exception;
}
