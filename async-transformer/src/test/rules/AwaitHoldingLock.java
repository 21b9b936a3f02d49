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
    CompletableFuture<String> tried(CompletableFuture<String> source) {
        if (lock.tryLock()) {
            try {
                await(source); // AJ104
            } finally {
                lock.unlock();
            }
        } else {
            await(source);
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<String> givenUp(CompletableFuture<String> source) {
        if (!lock.tryLock()) {
            await(source);
            return source;
        }
        await(source); // AJ104
        lock.unlock();
        await(source);
        return source;
    }

    @Async
    CompletableFuture<String> triedAgain(CompletableFuture<String> source) {
        while (!lock.tryLock()) {
            await(source);
        }
        await(source); // AJ104
        lock.unlock();
        return source;
    }

    @Async
    CompletableFuture<String> triedWithMore(CompletableFuture<String> source) {
        if (count > 3 && (lock.tryLock())) {
            await(source); // AJ104
            lock.unlock();
            return source;
        }
        await(source);
        if (lock.tryLock() && count > 3) {
            lock.unlock();
        } else {
            await(source); // AJ104
        }
        return source;
    }

    @Async
    CompletableFuture<String> notHeld(CompletableFuture<String> source) {
        if (count < 3 || !lock.tryLock()) {
            await(source);
            return source;
        }
        await(source); // AJ104
        lock.unlock();
        return source;
    }

    /** Which value the variable has is not followed. */
    @Async
    CompletableFuture<String> remembered(CompletableFuture<String> source) {
        boolean got = lock.tryLock();
        boolean busy = !lock.tryLock();
        await(source);
        return got || busy ? source : null; // AJ111
    }

    @Async
    CompletableFuture<String> unlockedOnTheOtherPath(CompletableFuture<String> source) {
        lock.lock(); // AJ103 suppressed
        if (count > 3) {
            lock.unlock();
            return source;
        } else {
            lock.unlock();
        }
        await(source);
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

    @Async
    CompletableFuture<Integer> suppressedAtTheVariable(CompletableFuture<Integer> source) {
        lock.lock(); // AJ103 suppressed
        @SuppressWarnings("AJ104")
        int known = await(source); // AJ104 suppressed
        int unknown = await(source); // AJ104
        lock.unlock();
        return CompletableFuture.completedFuture(known + unknown);
    }
}
