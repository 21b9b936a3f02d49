import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.asyncjava.Async;
import org.asyncjava.Await;

/** Operands that are no promise of anything, or tell nobody when it is kept. */
class NothingToAwait {
    @Async
    CompletableFuture<String> plainFuture(Future<String> future) {
        String text = await(future); // AJ112
        return CompletableFuture.completedFuture(text);
    }

    @Async
    CompletableFuture<String> submitted(ExecutorService executor) {
        String text = await(executor.submit(() -> "text")); // AJ112 typed
        return CompletableFuture.completedFuture(text);
    }

    @Async
    CompletableFuture<String> values(List<CompletableFuture<String>> sources, int number, String text) {
        await("text"); // AJ112
        await(1); // AJ112
        await(number); // AJ112
        await(text); // AJ112
        Await.await(text); // AJ112
        await(text.trim()); // AJ112
        await(sources); // AJ112
        await(text + number); // AJ112
        return CompletableFuture.completedFuture(text);
    }

    @Async
    <S extends Object & java.util.concurrent.CompletionStage<String>> CompletableFuture<String> variable(S source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    CompletableFuture<String> elements(List<CompletableFuture<String>> sources, List<Future<String>> others) {
        await(sources.get(0));
        await(sources.stream().findFirst().orElseThrow());
        var first = sources.get(0);
        await(first);
        return sources.get(1);
    }

    static class Own {
        String await(String text) {
            return text;
        }

        String named() {
            return await("text");
        }
    }
}
