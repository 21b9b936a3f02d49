import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asyncjava.Async;
import org.asyncjava.Await;

/** HARD_CASES 44, 88: awaits that nothing async surrounds. */
class AwaitOutsideAsync {
    interface Load {
        @Async
        CompletableFuture<String> load(CompletableFuture<String> source);
    }

    /** Declares the method again without the annotation, and so takes it back. */
    interface PlainLoad extends Load {
        @Override
        CompletableFuture<String> load(CompletableFuture<String> source);
    }

    /** A named method is async only if it carries the annotation itself. */
    static class Loader implements Load {
        @Override
        public CompletableFuture<String> load(CompletableFuture<String> source) {
            return CompletableFuture.completedFuture(await(source)); // AJ001
        }
    }

    private final Supplier<String> field = () -> await(ready()); // AJ001

    static CompletableFuture<String> ready() {
        return CompletableFuture.completedFuture("ready");
    }

    String instance(CompletableFuture<String> source) {
        return await(source); // AJ001
    }

    static String inStatic(CompletableFuture<String> source) throws java.io.IOException {
        return Await.await(source, java.io.IOException.class); // AJ001
    }

    Supplier<String> lambda(CompletableFuture<String> source) {
        return () -> await(source); // AJ001
    }

    Supplier<Supplier<String>> nestedLambda(CompletableFuture<String> source) {
        return () -> () -> await(source); // AJ001
    }

    PlainLoad takenBack() {
        return source -> CompletableFuture.completedFuture(await(source)); // AJ001
    }

    Supplier<String> anonymous(CompletableFuture<String> source) {
        return new Supplier<>() {
            @Override
            public String get() {
                return await(source); // AJ001
            }
        };
    }

    String twiceOnOneLine(CompletableFuture<String> source) {
        return await(source) + await(source); // AJ001
    }

    String copiedByTheCompiler(CompletableFuture<String> source, int way) {
        try {
            if (way > 0) {
                return "positive";
            }
            if (way < 0) {
                throw new IllegalStateException("negative");
            }
        } finally {
            await(source); // AJ001
        }
        return "zero";
    }

    synchronized String whereMonitorsDoNotMatter(CompletableFuture<String> source) {
        return await(source); // AJ001
    }

    String nameOnAnotherLine(CompletableFuture<String> source) {
        return Await
                .await(source); // AJ001
    }

    /** The body of a constant is an anonymous class, with a number of its own. */
    enum Kind {
        PLAIN,
        FIRST(new Object() {
            String text(CompletableFuture<String> source) {
                return await(source); // AJ001
            }
        }) {
            @Override
            String text(CompletableFuture<String> source) {
                return await(source); // AJ001
            }
        },
        SECOND {
            @Override
            String text(CompletableFuture<String> source) {
                Supplier<String> lambda = () -> await(source); // AJ001
                return lambda.get();
            }
        };

        Kind(Object... parts) {
        }

        String text(CompletableFuture<String> source) {
            return "";
        }
    }
}
