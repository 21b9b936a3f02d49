package targets;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.it.harness.Prints;

/** A subclass that narrows what completes it: a completion by that method ends the body as any other does. HARD_CASES 45. */
@Prints({"finally true", "x", "returned ready"})
public class NarrowedCompletion {
    /** Has methods of its own by the names under which the runtime resumes a machine. */
    public static class Answer extends CompletableFuture<String> {
        @Override
        public boolean complete(String value) {
            return super.complete(value);
        }

        public void run() {
            complete("run by the program");
        }
    }

    @Async
    public static CompletableFuture<String> run(Env env) {
        CompletableFuture<String> gate = new CompletableFuture<>();
        Answer answer = ask(env, gate);
        answer.complete("x");
        env.log(answer.join());
        return CompletableFuture.completedFuture("ready");
    }

    @Async
    static Answer ask(Env env, CompletableFuture<String> gate) {
        try {
            await(gate);
        } finally {
            env.log("finally ", gate.isCancelled());
        }
        return null;
    }
}
