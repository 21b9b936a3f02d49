package targets;

import static org.asyncjava.Await.await;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;
import org.asyncjava.it.harness.Promise;

/** The object that is returned is of the declared subclass, whether the method suspends, completes or fails. HARD_CASES 45. */
@Prints({"Promise", "Promise", "Promise", "true", "returned now later caught"})
public class DeclaredSubclass {
    @Async
    public static CompletableFuture<String> run(Env env) {
        CompletableFuture<String> gate = new CompletableFuture<>();
        Promise<String> now = text("now", CompletableFuture.completedFuture(" "));
        Promise<String> later = text("later", gate);
        Promise<String> failing = text(null, gate);
        for (Promise<String> promise : Arrays.asList(now, later, failing)) {
            env.log(promise instanceof Promise ? "Promise" : "other");
        }
        env.log(failing.isCompletedExceptionally());
        gate.complete(" ");
        String result = await(now) + await(later);
        try {
            await(failing);
        } catch (NullPointerException e) {
            result += "caught";
        }
        return CompletableFuture.completedFuture(result);
    }

    @Async
    static Promise<String> text(String text, CompletableFuture<String> operand) {
        String kept = text.trim();
        return Promise.of(kept + await(operand));
    }
}
