import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.Coroutine;

/** What is right in every other language: the value is returned, not a future of it. */
class ValueReturned {
    public static class Reply extends CompletableFuture<String> {
        public Reply() {
        }
    }

    @Async
    CompletableFuture<String> hot(CompletableFuture<String> source) {
        return await(source); // AJ112
    }

    @Async
    CompletionStage<String> parentheses(CompletableFuture<String> source) {
        return (await(source)); // AJ112
    }

    @Async
    Coroutine<String> cold(Coroutine<String> source) {
        return await(source); // AJ112
    }

    @Async
    Coroutine<String> ofACall(CompletableFuture<String> source) {
        return await(hot(source)); // AJ112
    }

    @Async
    Reply own(CompletableFuture<String> source) {
        return await(source); // AJ112
    }

    @Async
    Coroutine<Integer> onTwoPaths(Coroutine<Integer> source, boolean cached) {
        return cached
                ? 1 // AJ112
                : await(source); // AJ112
    }

    @Async
    CompletableFuture<String> plainValues(CompletableFuture<String> source, String text, int number) {
        String awaited = await(source);
        if (number == 1) {
            return "literal"; // AJ112
        }
        if (number == 2) {
            return awaited + "!"; // AJ112
        }
        if (number == 3) {
            return number; // AJ112
        }
        return awaited; // AJ112
    }

    @Async
    CompletableFuture<String> inAnExpression(CompletableFuture<String> source) {
        return await(source).trim(); // AJ112 typed
    }

    AsyncSupplier<String> inALambda(CompletableFuture<String> source) {
        return () -> await(source); // AJ112 typed
    }

    AsyncSupplier<String> inABlock(CompletableFuture<String> source) {
        return () -> {
            return await(source); // AJ112 typed
        };
    }

    @Async
    CompletableFuture<String> right(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    CompletableFuture<String> nested(CompletableFuture<CompletableFuture<String>> source) {
        return await(source);
    }

    @Async
    <F extends CompletableFuture<String>> CompletableFuture<String> nestedVariable(CompletableFuture<F> source) {
        return await(source);
    }

    @Async
    CompletableFuture<String> notOfItself(CompletableFuture<String> source) {
        List<String> texts = List.of("a").stream().map(text -> {
            return text;
        }).toList();
        return CompletableFuture.completedFuture(await(source) + texts);
    }

    String plainMethod() {
        return "plain";
    }
}
