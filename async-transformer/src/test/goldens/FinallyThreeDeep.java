import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Each of three ranges lies in the one around it, and none covers what suspends. */
class FinallyThreeDeep {
    @Async
    static CompletableFuture<Integer> run(CompletableFuture<Integer> step) {
        int depth = 0;
        try {
            depth += await(step);
            try {
                depth += await(step);
                try {
                    depth += await(step);
                } finally {
                    depth += 100;
                }
            } finally {
                depth += 10;
            }
        } finally {
            depth += 1;
        }
        return CompletableFuture.completedFuture(depth);
    }
}
