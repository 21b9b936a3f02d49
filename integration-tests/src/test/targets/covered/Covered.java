import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;

/** Every line and branch of the user's runs in two calls. HARD_CASES 90. */
public class Covered {
    private Covered() {
    }

    @Async
    public static CompletableFuture<String> run(Supplier<CompletableFuture<String>> operands) {
        String text = "";
        try {
            text += await(operands.get());
            for (int i = 0; i < 2; i++) {
                text = text.concat(await(operands.get()));
            }
        } catch (IllegalStateException failure) {
            text += await(operands.get()) + failure.getMessage();
        } finally {
            text += await(operands.get());
        }
        return CompletableFuture.completedFuture(text);
    }
}
