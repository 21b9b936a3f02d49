package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.asyncjava.Async;

/** Loaded by the loaders of {@link Loaders}. */
public class Greeter implements Supplier<String> {
    @Async
    private CompletableFuture<String> greeting(CompletableFuture<String> name) {
        return CompletableFuture.completedFuture("hello " + await(name));
    }

    @Override
    public String get() {
        return greeting(new CompletableFuture<String>().completeOnTimeout("loader", 5, TimeUnit.MILLISECONDS)).join();
    }
}
