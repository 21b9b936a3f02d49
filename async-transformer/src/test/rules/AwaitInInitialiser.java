import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;

/** HARD_CASES 16, 51: awaits while an object or a class is made. */
class AwaitInInitialiser {
    interface Work {
        @Async
        CompletableFuture<String> run();
    }

    static class Base {
        Base(String text) {
        }
    }

    static class Derived extends Base {
        Derived(CompletableFuture<String> source) {
            super(await(source)); // AJ004
        }

        Derived(CompletableFuture<String> source, int number) {
            this(CompletableFuture.completedFuture(await(source))); // AJ004
        }
    }

    enum Choice {
        ONE(await(CompletableFuture.completedFuture("one"))); // AJ004

        Choice(String text) {
        }
    }

    record Checked(String text) {
        Checked {
            await(CompletableFuture.completedFuture(text)); // AJ004
        }
    }

    private static final String CONSTANT = await(CompletableFuture.completedFuture("constant")); // AJ004

    private final String field = await(CompletableFuture.completedFuture("field")); // AJ004

    private final Work asyncLambda = () -> CompletableFuture.completedFuture(await(CompletableFuture.completedFuture("later")));

    {
        await(CompletableFuture.completedFuture("instance initialiser")); // AJ004
    }

    static {
        await(CompletableFuture.completedFuture("static initialiser")); // AJ004
    }

    AwaitInInitialiser(CompletableFuture<String> source) {
        await(source); // AJ004
        Supplier<String> plain = () -> await(source); // AJ001
    }

    AwaitInInitialiser() {
    }
}
