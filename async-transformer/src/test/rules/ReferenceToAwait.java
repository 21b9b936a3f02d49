import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.asyncjava.Async;
import org.asyncjava.Await;

/** HARD_CASES 51: await is no method to be handed around. */
class ReferenceToAwait {
    @Async
    CompletableFuture<String> inAsync(CompletableFuture<String> source) {
        Function<CompletableFuture<String>, String> reference = Await::await; // AJ006
        return source;
    }

    Function<CompletableFuture<String>, String> inPlain() {
        return Await::await; // AJ006
    }

    private final Function<CompletableFuture<String>, String> field = Await::await; // AJ006

    Function<CompletableFuture<String>, CompletableFuture<String>> toAsyncMethod() {
        return this::inAsync;
    }
}
