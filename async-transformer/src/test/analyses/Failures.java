import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Within a try statement its handlers' variables are live at every await, whatever is stored there first. */
class Failures {
    @Async
    static CompletableFuture<String> handlerReads(CompletableFuture<String> source, String whenFailed) {
        try {
            await(source); // live: source, whenFailed
            return CompletableFuture.completedFuture(await(source)); // live: whenFailed
        } catch (IllegalStateException failed) { // shown: whenFailed
            return CompletableFuture.completedFuture(whenFailed + failed); // shown: whenFailed, failed
        }
    }

    @Async
    static CompletableFuture<String> handlerReadsWhatTheBodyStores(CompletableFuture<String> source) {
        String step = "first";
        try {
            await(source); // live: source, step
            step = "second";
            await(source); // live: step
            step = "third";
        } catch (IllegalStateException failed) { // shown: step
            System.out.println(step);
        }
        await(CompletableFuture.completedFuture(step)); // live: nothing; shown: step
        return CompletableFuture.completedFuture("done");
    }

    @Async
    static CompletableFuture<String> behindTheTry(CompletableFuture<String> source, String whenFailed) {
        try {
            await(source); // live: source, whenFailed
        } catch (IllegalStateException failed) {
            System.out.println(whenFailed); // shown: source, whenFailed, failed
        }
        await(source); // live: nothing; shown: source, whenFailed
        return CompletableFuture.completedFuture("done");
    }

    @Async
    static CompletableFuture<String> finallyIsCopied(CompletableFuture<String> source, String inside, String after) {
        try {
            System.out.println(inside + await(source)); // live: source, after; stack: PrintStream, String; copied: no
        } finally {
            await(source); // live: after | Throwable; copied: yes
            System.out.println("closed");
        }
        return CompletableFuture.completedFuture(after);
    }

    @Async
    static CompletableFuture<String> nested(CompletableFuture<String> source, String inner, String outer) {
        try {
            try {
                await(source); // live: source, inner, outer
            } catch (IllegalStateException failed) {
                await(source); // live: inner, outer
                System.out.println(inner);
            }
        } catch (RuntimeException failed) {
            System.out.println(outer);
        }
        return CompletableFuture.completedFuture("done");
    }
}
