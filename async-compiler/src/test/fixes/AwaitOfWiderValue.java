package shop;

import static org.asyncjava.Await.*;

import java.util.concurrent.*;

class AwaitOfWiderValue {
    static <T> double mean(CompletableFuture<Integer> sum, CompletableFuture<T> count, boolean none) {
        if (none) {
            return 0;
        }
        await(count);
        return none ? 1 : await(sum) / 2;
    }
}
