package demo;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asyncjava.Async;

/** Its async method is advised by {@link Counting}. */
public class Woven {
    @Async
    public CompletableFuture<Integer> sum(CompletableFuture<Integer> one, CompletableFuture<Integer> other) {
        return CompletableFuture.completedFuture(await(one) + await(other));
    }

    static CompletableFuture<Integer> later(int value) {
        return new CompletableFuture<Integer>().completeOnTimeout(value, 5, TimeUnit.MILLISECONDS);
    }

    public static void main(String[] arguments) {
        System.out.println("sum " + new Woven().sum(later(1), later(2)).join() + " calls " + Counting.CALLS.get());
    }
}
