import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;

/** HARD_CASES 51: code inside an async method that is not async itself. */
class AwaitInPlainLambda {
    interface Work {
        @Async
        CompletableFuture<String> run() throws Exception;
    }

    interface GenericWork<A, R> {
        @Async
        CompletableFuture<R> run(A argument) throws Exception;
    }

    interface NamedWork extends GenericWork<String, String> {
        default String name() {
            return "named";
        }
    }

    @Async
    CompletableFuture<String> lambda(CompletableFuture<String> source) {
        Supplier<String> plain = () -> await(source); // AJ002
        List.of(1).forEach(each -> await(source)); // AJ002
        Supplier<Supplier<String>> nested = () -> () -> await(source); // AJ002
        return source;
    }

    @Async
    CompletableFuture<String> asyncLambda(CompletableFuture<String> source) {
        Work work = () -> CompletableFuture.completedFuture(await(source));
        GenericWork<Integer, String> generic = number -> CompletableFuture.completedFuture(await(source) + number);
        NamedWork inherited = text -> CompletableFuture.completedFuture(await(source) + text);
        Supplier<Work> nested = () -> () -> CompletableFuture.completedFuture(await(source));
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    CompletableFuture<String> anonymousClass(CompletableFuture<String> source) {
        Supplier<String> anonymous = new Supplier<>() {
            @Override
            public String get() {
                return await(source); // AJ002
            }
        };
        Work marked = new Work() {
            @Override
            @Async
            public CompletableFuture<String> run() {
                return CompletableFuture.completedFuture(await(source));
            }
        };
        return source;
    }

    @Async
    CompletableFuture<String> localClass(CompletableFuture<String> source) {
        class Local {
            String method() {
                return await(source); // AJ002
            }

            @Async
            CompletableFuture<String> marked() {
                return CompletableFuture.completedFuture(await(source));
            }

            Supplier<String> lambda() {
                return () -> await(source); // AJ002
            }
        }
        return new Local().marked();
    }

    Work insideAsyncLambda(CompletableFuture<String> source) {
        return () -> {
            Supplier<String> plain = () -> await(source); // AJ002
            return CompletableFuture.completedFuture(await(source));
        };
    }

    @Async
    CompletableFuture<String> anonymousInLambda(CompletableFuture<String> source) {
        Supplier<Supplier<String>> outer = () -> new Supplier<>() {
            @Override
            public String get() {
                return await(source); // AJ002
            }
        };
        return source;
    }
}
