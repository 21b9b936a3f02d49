package demo;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

class Lambda {
    @Async
    CompletableFuture<Void> print(List<CompletableFuture<String>> sources) {
        sources.forEach(source -> System.out.println(await(source)));
        return CompletableFuture.completedFuture(null);
    }
}
