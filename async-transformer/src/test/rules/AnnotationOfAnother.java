import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;

/** Issue 13: annotations of the same name, as Spring, Jakarta and Micronaut have them. */
class AnnotationOfAnother {
    @interface Async {
    }

    @interface Asynchronous {
    }

    @Async
    CompletableFuture<String> async(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source)); // AJ001
    }

    @Asynchronous
    CompletableFuture<String> asynchronous(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source)); // AJ001
    }

    @Async
    @org.asyncjava.Async
    CompletableFuture<String> both(CompletableFuture<String> source) {
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    CompletableFuture<String> withoutAwait(CompletableFuture<String> source) {
        return source;
    }
}
