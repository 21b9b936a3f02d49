package targets;

import static org.asyncjava.Await.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;

/** A CompletionException that a body throws is its failure, whether it was suspended before or not: nothing is taken off. HARD_CASES 32. */
@Prints({"java.util.concurrent.CompletionException", "java.util.concurrent.CompletionException", "java.io.IOException", "returned end"})
public class CompletionExceptionOfTheBody {
    @Async
    public static CompletableFuture<String> run(Env env) {
        CompletableFuture<String> gate = new CompletableFuture<>();
        CompletableFuture<String> later = failing(gate);
        gate.complete("");
        for (CompletableFuture<String> failed : Arrays.asList(failing(gate), later, later.thenApply(value -> value))) {
            try {
                await(failed);
            } catch (CompletionException e) {
                env.log(e.getClass().getName());
            } catch (Throwable e) {
                env.log(e.getClass().getName());
            }
        }
        return CompletableFuture.completedFuture("end");
    }

    @Async
    static CompletableFuture<String> failing(CompletableFuture<String> gate) {
        await(gate);
        throw new CompletionException(new IOException("the body's"));
    }
}
