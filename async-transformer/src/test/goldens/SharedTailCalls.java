import static org.asyncjava.Await.await;

import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;

/** Two calls that meet at one return are two returns. */
class SharedTailCalls {
    @Async
    static CompletionStage<String> run(CompletionStage<Boolean> test, CompletionStage<String> step) {
        return await(test) ? run(test, step) : step.thenApply(String::trim);
    }
}
