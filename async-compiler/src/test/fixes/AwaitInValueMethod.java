package shop;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;

public class AwaitInValueMethod {
    private final CompletableFuture<Integer> price = CompletableFuture.completedFuture(20);

    /** The price of several. */
    @Deprecated
    int total(int count) {
        if (count == 0) {
            return 0;
        }
        Runnable other = () -> {
            return;
        };
        other.run();
        return (await(price) * count); // with tax
    }

    public static Object main() {
        return "not called";
    }
}
