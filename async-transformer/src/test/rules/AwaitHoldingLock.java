import static org.asyncjava.Await.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.asyncjava.Async;

/** HARD_CASES 42: awaits and locks that belong to a thread. */
@SuppressWarnings("AJ103")
class AwaitHoldingLock {
    private final Lock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    private int count;

    @Async
    CompletableFuture<String> inTry(CompletableFuture<String> source) {
        lock.lock(); // AJ103 suppressed
        try {
            await(source); // AJ104
        } finally {
            lock.unlock();
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<String> besideTry(CompletableFuture<String> source) throws InterruptedException {
        lock.lockInterruptibly(); // AJ103 suppressed
        await(source); // AJ104
        lock.unlock();
        return CompletableFuture.completedFuture(await(source));
    }

    @Async
    CompletableFuture<String> readLock(CompletableFuture<String> source) {
        both.readLock().lock(); // AJ103 suppressed
        String text = await(source); // AJ104
        both.readLock().unlock();
        return CompletableFuture.completedFuture(text);
    }

    @Async
    CompletableFuture<String> unlockedBefore(CompletableFuture<String> source) {
        lock.lock(); // AJ103 suppressed
        try {
            count++;
        } finally {
            lock.unlock();
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<String> leftEarly(CompletableFuture<String> source) {
        lock.lock(); // AJ103 suppressed
        if (count > 3) {
            lock.unlock();
            return source;
        }
        await(source); // AJ104
        lock.unlock();
        return source;
    }

    @Async
    CompletableFuture<String> onOnePath(CompletableFuture<String> source) {
        if (count > 3) {
            lock.lock(); // AJ103 suppressed
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<String> inCatch(CompletableFuture<String> source) {
        lock.lock(); // AJ103 suppressed
        try {
            count++;
        } catch (ArithmeticException failure) {
            await(source); // AJ104
        } finally {
            lock.unlock();
        }
        return source;
    }

    @Async
    CompletableFuture<String> lambdaRunsOnItsOwn(CompletableFuture<String> source) {
        Runnable plain = () -> lock.lock();
        await(source);
        return source;
    }

    @Async
    @SuppressWarnings("async")
    CompletableFuture<String> suppressed(CompletableFuture<String> source) {
        lock.lock(); // AJ103 suppressed
        await(source); // AJ104 suppressed
        lock.unlock();
        return source;
    }
}
