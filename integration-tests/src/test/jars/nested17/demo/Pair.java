package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Machines of a record, and of a record in a sealed interface. */
public record Pair(String left, String right) {
    @Async
    CompletableFuture<String> word() {
        return CompletableFuture.completedFuture(left + await(Prices.later("and")) + right);
    }

    sealed interface Shape {
        record Square(int side) implements Shape {
            @Async
            CompletableFuture<Integer> area() {
                return CompletableFuture.completedFuture(await(Prices.later(side)) * side);
            }
        }
    }
}
