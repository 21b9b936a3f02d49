import static org.asyncjava.Await.await;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** In which catch clause the cancellation of an await can end. */
class Clauses {
    @Async
    static CompletableFuture<Void> ends(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (Exception failed) { // cancellation: ends in java.lang.Exception
            System.out.println(failed);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> isPassedOn(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (RuntimeException failed) { // cancellation: passes
            System.out.println(failed);
            throw failed;
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> isPassedOnToTheNext(CompletableFuture<String> source) {
        try {
            try {
                await(source);
            } catch (RuntimeException failed) { // cancellation: passes
                throw new IllegalStateException(failed);
            }
        } catch (Throwable failed) { // cancellation: ends in java.lang.Throwable
            System.out.println(failed);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> isNamed(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (CancellationException cancelled) { // cancellation: passes
            System.out.println("cancelled");
        } catch (Exception failed) { // cancellation: passes
            System.out.println(failed);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<String> becomesAResult(CompletableFuture<String> source) {
        try {
            return CompletableFuture.completedFuture(await(source));
        } catch (Exception failed) { // cancellation: passes
            return CompletableFuture.failedFuture(failed);
        }
    }

    @Async
    static CompletableFuture<Void> isThrownBehindTheClauseAlone(CompletableFuture<String> source) {
        Exception kept = null;
        try {
            await(source);
        } catch (Exception failed) { // cancellation: ends in java.lang.Exception
            kept = failed;
        }
        if (kept != null) {
            throw new IllegalStateException(kept);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> isThrownOnOneBranch(CompletableFuture<String> source) {
        try {
            await(source);
        } catch (RuntimeException failed) { // cancellation: passes
            if (failed instanceof IllegalStateException) {
                System.out.println(failed);
            } else {
                throw failed;
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> nothingIsAwaited(CompletableFuture<String> source) {
        try {
            source.get();
        } catch (Exception failed) { // cancellation: passes
            System.out.println(failed);
        }
        await(source);
        return CompletableFuture.completedFuture(null);
    }
}
