package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;

/** A hot method runs on its caller's stack up to the first pending await; then the caller goes on. HARD_CASES 63. */
@Prints({"started", "called", "not done", "resumed with gate", "done", "finished", "returned gate!"})
public class RunsAtOnce {
    @Async
    public static CompletableFuture<String> run(Env env) {
        CompletableFuture<String> gate = new CompletableFuture<>();
        CompletableFuture<String> hot = started(env, gate);
        env.log("called");
        env.log(hot.isDone() ? "done" : "not done");
        gate.complete("gate");
        env.log(hot.isDone() ? "done" : "not done");
        String result = await(hot);
        env.log("finished");
        return CompletableFuture.completedFuture(result);
    }

    @Async
    static CompletableFuture<String> started(Env env, CompletableFuture<String> gate) {
        env.log("started");
        String text = await(gate);
        env.log("resumed with ", text);
        return CompletableFuture.completedFuture(text + "!");
    }
}
