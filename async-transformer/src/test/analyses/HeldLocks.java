import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import org.asyncjava.Async;

/** Where a lock of a thread is held: on every way to a place, on some, on none. */
class HeldLocks {
    @Async
    static CompletableFuture<Void> between(CompletableFuture<String> source, Lock lock) {
        await(source); // lock: free
        lock.lock();
        await(source); // lock: held
        lock.unlock();
        await(source); // lock: free
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> releasedInFinally(CompletableFuture<String> source, Lock lock) {
        lock.lock();
        try {
            await(source); // lock: held
        } finally {
            lock.unlock();
        }
        await(source); // lock: free
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> onOneBranch(CompletableFuture<String> source, Lock lock, boolean guarded) {
        if (guarded) {
            lock.lock();
            await(source); // lock: held
        }
        await(source); // lock: maybe
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> inTheNextRound(CompletableFuture<String> source, Lock lock, int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(source); // lock: maybe
            lock.lock();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> tried(CompletableFuture<String> source, Lock lock) {
        if (lock.tryLock()) {
            await(source); // lock: held
            lock.unlock();
        } else {
            await(source); // lock: free
        }
        if (!lock.tryLock()) {
            await(source); // lock: free
            return CompletableFuture.completedFuture(null);
        }
        await(source); // lock: held
        lock.unlock();
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> aValueIsNoBranch(CompletableFuture<String> source, Lock lock) {
        boolean failed = !lock.tryLock();
        await(source); // lock: free
        System.out.println(failed);
        return CompletableFuture.completedFuture(null);
    }

    @Async
    static CompletableFuture<Void> aHandlerIsEnteredWithIt(CompletableFuture<String> source, Lock lock) {
        try {
            lock.lock();
            System.out.println("held");
            lock.unlock();
        } catch (IllegalStateException failed) {
            await(source); // lock: maybe
        }
        return CompletableFuture.completedFuture(null);
    }
}
