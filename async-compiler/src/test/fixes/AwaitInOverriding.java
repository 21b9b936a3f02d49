package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

public class AwaitInOverriding implements Callable<String> {
    private final CompletableFuture<String> name = new CompletableFuture<>();

    public String call() {
        return await(name);
    }

    CompletableFuture<String> twice() {
        return CompletableFuture.completedFuture(await(name) + await(name));
    }
}
