import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** HARD_CASES 44: the annotation where there is no code. */
abstract class AsyncWithoutBody {
    @Async
    native CompletableFuture<String> inNative(); // AJ007

    @Async
    abstract CompletableFuture<String> inAbstractClass(); // AJ007

    interface Two {
        @Async
        CompletableFuture<String> first(); // AJ007

        CompletableFuture<String> second();
    }

    interface OneMore extends Single {
        @Async
        CompletableFuture<String> other(); // AJ007
    }

    interface Single {
        @Async
        CompletableFuture<String> single();

        default CompletableFuture<String> twice() {
            return single();
        }

        static String name() {
            return "single";
        }

        @Override
        boolean equals(Object other);

        @Override
        String toString();
    }

    interface Generic<A> {
        @Async
        CompletableFuture<String> apply(A argument);
    }

    interface Narrowed extends Generic<Integer> {
        @Override
        @Async
        CompletableFuture<String> apply(Integer argument);
    }

    interface Settled extends Two {
        @Override
        default CompletableFuture<String> second() {
            return first();
        }

        @Override
        @Async
        CompletableFuture<String> first();
    }
}
