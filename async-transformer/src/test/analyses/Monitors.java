import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;

/** Where a monitor is held. */
class Monitors {
    @Async
    CompletableFuture<Void> blocks(CompletableFuture<String> source, Object lock) {
        await(source); // monitor: free
        synchronized (lock) {
            await(source); // monitor: held
            synchronized (this) {
                await(source); // monitor: held
            }
            await(source); // monitor: held
        }
        await(source); // monitor: free
        return CompletableFuture.completedFuture(null);
    }

    @Async
    CompletableFuture<Void> aroundAndWithinTry(CompletableFuture<String> source) {
        try {
            synchronized (this) {
                await(source); // monitor: held
            }
        } catch (IllegalStateException failed) {
            await(source); // monitor: free
        }
        synchronized (this) {
            try {
                System.out.println("held");
            } catch (IllegalStateException failed) {
                await(source); // monitor: held
            } finally {
                await(source); // monitor: held
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    CompletableFuture<Void> leftByReturnAndBreak(CompletableFuture<String> source, int rounds) {
        for (int i = 0; i < rounds; i++) {
            synchronized (this) {
                if (i == 1) {
                    break;
                }
                if (i == 2) {
                    return CompletableFuture.completedFuture(null);
                }
                await(source); // monitor: held
            }
            await(source); // monitor: free
        }
        await(source); // monitor: free
        return CompletableFuture.completedFuture(null);
    }

    @Async
    CompletableFuture<Void> none(CompletableFuture<String> source) {
        await(source); // monitor: free
        return CompletableFuture.completedFuture(null);
    }
}
