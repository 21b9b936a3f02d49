package shop;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

class AwaitInForEach {
    @Async
    Coroutine<Void> print(List<CompletableFuture<String>> sources) {
        sources.forEach(source -> System.out.println(await(source)));
        sources.forEach((CompletableFuture<String> source) -> {
            System.out.println("and");
            System.out.println(await(source));
        });
        return Coroutine.done();
    }
}
