package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;

/** A caller cancels or completes the result itself: that stands at once, and the body is cancelled at its await. HARD_CASES 68. */
@Prints({"body cancelled", "finally ran", "cancelled true", "operand cancelled true", "body cancelled", "finally ran", "outside", "returned end"})
public class CompletedFromOutside {
    @Async
    public static CompletableFuture<String> run(Env env) {
        CompletableFuture<String> operand = new CompletableFuture<>();
        CompletableFuture<String> cancelled = waiting(env, operand);
        env.log("cancelled ", cancelled.cancel(false));
        env.log("operand cancelled ", operand.isCancelled());
        CompletableFuture<String> completed = waiting(env, new CompletableFuture<>());
        completed.complete("outside");
        env.log(await(completed));
        return CompletableFuture.completedFuture("end");
    }

    @Async
    static CompletableFuture<String> waiting(Env env, CompletableFuture<String> operand) {
        try {
            return CompletableFuture.completedFuture(await(operand));
        } catch (CancellationException e) {
            env.log("body cancelled");
            throw e;
        } finally {
            env.log("finally ran");
        }
    }
}
