package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;

/** Async code in a named module. */
public class Main {
    @Async
    static CompletableFuture<String> greeting(CompletableFuture<String> name) {
        return CompletableFuture.completedFuture("hello " + await(name));
    }

    public static void main(String[] arguments) {
        System.out.println(greeting(new CompletableFuture<String>().completeOnTimeout("module", 5, TimeUnit.MILLISECONDS)).join());
    }
}
