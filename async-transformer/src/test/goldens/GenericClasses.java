import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Type variables: a field is declared with what erasure leaves, and read with a cast if it is shared. */
class GenericClasses<T> {
    private T first;

    @Async
    <R extends Comparable<R>> CompletableFuture<R> larger(CompletableFuture<R> left, CompletableFuture<R> right, T mark) {
        R one = await(left);
        R other = await(right);
        first = mark;
        return CompletableFuture.completedFuture(one.compareTo(other) > 0 ? one : other);
    }
}
