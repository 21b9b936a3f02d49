package jakarta.transaction;

import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;

/** Async methods under an annotation that lasts as long as a call. */
class AnnotationsOfCalls {
    @Async
    @Transactional
    CompletableFuture<String> suspends(CompletableFuture<String> source) { // AJ107
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    @jakarta.transaction.Transactional
    static Coroutine<String> beginsLater(CompletableFuture<String> source) { // AJ107
        return Coroutine.of(await(source));
    }

    @Async
    @Transactional
    CompletableFuture<String> neverSuspends(CompletableFuture<String> source) {
        if (source.isDone()) {
            throw new IllegalStateException();
        }
        return source;
    }

    @Transactional
    CompletionStage<String> notAsync(CompletableFuture<String> source) {
        return source;
    }

    @Async
    @Other
    CompletableFuture<String> another(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    @Transactional
    @SuppressWarnings("AJ107")
    CompletableFuture<String> suppressed(CompletableFuture<String> source) { // AJ107 suppressed
        return CompletableFuture.completedFuture(await(source));
    }
}

@Transactional
class AnnotatedAsAWhole {
    @Async
    CompletableFuture<String> intercepted(CompletableFuture<String> source) { // AJ107
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    private CompletableFuture<String> calledFromWithin(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    static CompletableFuture<String> ofNoObject(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    class Inside {
        @Async
        CompletableFuture<String> ofAnotherClass(CompletableFuture<String> source) {
            return CompletableFuture.completedFuture(await(source));
        }
    }
}

@interface Transactional {
}

@interface Other {
}
