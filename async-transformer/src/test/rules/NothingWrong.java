import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;

/** HARD_CASES 43, 45, 49: shapes that break no rule. */
interface NothingWrong {
    @Async
    default CompletableFuture<String> inDefault(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source) + await(inPrivate(source)));
    }

    @Async
    private CompletableFuture<String> inPrivate(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    static CompletableFuture<String> inStatic(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    class Base {
        @Async
        CompletionStage<String> load(CompletableFuture<String> source) {
            return CompletableFuture.completedFuture(await(source));
        }

        @Async
        CompletionStage<String> load(CompletableFuture<String> source, int number) {
            return CompletableFuture.completedFuture(await(source) + number);
        }
    }

    /** The covariant result makes a bridge, to which javac copies the annotation. */
    class Covariant extends Base {
        @Override
        @Async
        CompletableFuture<String> load(CompletableFuture<String> source) {
            return CompletableFuture.completedFuture(await(source));
        }
    }

    interface Plain {
        String call(CompletableFuture<String> source);
    }

    /** javac drops the dead code and still writes the lambda's body, which nothing makes. */
    static void lambdaInDeadCode() {
        if (false) {
            Plain plain = source -> await(source); // AJ001 dead
            plain.call(null);
        }
    }
}
