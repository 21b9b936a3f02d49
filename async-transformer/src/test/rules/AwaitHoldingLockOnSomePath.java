import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.asyncjava.Async;

/** Where a lock is held after loops, switches, conditional expressions, jumps and {@code finally}. */
@SuppressWarnings("AJ103")
class AwaitHoldingLockOnSomePath {
    private final Lock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    private int count;

    @Async
    CompletableFuture<Integer> forWithLockAndUnlock(CompletableFuture<Integer> source) {
        for (lock.lock(); count < 3; lock.unlock()) { // AJ103 suppressed
            await(source); // AJ104
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> forThatLocksAtItsEnd(CompletableFuture<Integer> source) {
        for (int i = 0; i < await(source); // AJ104
                lock.lock()) { // AJ103 suppressed
            count++;
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> forThatContinuesToItsUpdate(CompletableFuture<Integer> source) {
        for (int i = 0; i < 9; lock.unlock()) {
            lock.lock(); // AJ103 suppressed
            if (count > i) {
                continue;
            }
            await(source); // AJ104
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> forWithoutEnd(CompletableFuture<Integer> source) {
        for (;;) {
            lock.lock(); // AJ103 suppressed
            if (count++ > 3) {
                break;
            }
            lock.unlock();
            await(source);
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> secondRoundOfDo(CompletableFuture<Integer> source) {
        do {
            await(source); // AJ104
            lock.lock(); // AJ103 suppressed
        } while (count < 3);
        await(source); // AJ104
        lock.unlock();
        return source;
    }

    @Async
    CompletableFuture<Integer> doThatTries(CompletableFuture<Integer> source) {
        do {
            await(source);
        } while (!lock.tryLock());
        await(source); // AJ104
        lock.unlock();
        return source;
    }

    @Async
    CompletableFuture<Integer> doThatContinuesToItsCondition(CompletableFuture<Integer> source) {
        do {
            lock.lock(); // AJ103 suppressed
            if (count > 3) {
                continue;
            }
            lock.unlock();
        } while (await(source) > 3); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> secondRoundOfWhile(CompletableFuture<Integer> source) {
        while (count < 3) {
            await(source); // AJ104
            lock.lock(); // AJ103 suppressed
        }
        lock.unlock();
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> conditionOfWhile(CompletableFuture<Integer> source) {
        while (await(source) < 3) { // AJ104
            lock.lock(); // AJ103 suppressed
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> whileWithoutEnd(CompletableFuture<Integer> source) {
        while (true) {
            if (lock.tryLock()) {
                try {
                    await(source); // AJ104
                    return source;
                } finally {
                    lock.unlock();
                }
            }
            await(source);
        }
    }

    @Async
    CompletableFuture<Integer> secondRoundOfForEach(CompletableFuture<Integer> source, List<Lock> locks) {
        for (Lock each : locks) {
            await(source); // AJ104
            each.lock(); // AJ103 suppressed
        }
        await(source); // AJ104
        for (Lock each : locks) {
            each.unlock();
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> loopInALoop(CompletableFuture<Integer> source) {
        for (int i = 0; i < 3; i++) {
            while (count++ < 3) {
                await(source); // AJ104
                lock.unlock();
                await(source);
            }
            await(source); // AJ104
            lock.lock(); // AJ103 suppressed
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> otherCaseOfSwitch(CompletableFuture<Integer> source, int which) {
        switch (which) {
            case 1:
                lock.lock(); // AJ103 suppressed
                break;
            case 2:
                await(source);
                break;
            default:
                await(source);
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> caseThatFallsThrough(CompletableFuture<Integer> source, int which) {
        switch (which) {
            case 1:
                lock.lock(); // AJ103 suppressed
            case 2:
                await(source); // AJ104
                lock.unlock();
            case 3:
                await(source);
                break;
            case 4:
                await(source);
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> afterSwitch(CompletableFuture<Integer> source, String which) {
        switch (which) {
            case "one":
                lock.lock(); // AJ103 suppressed
                break;
            case "two":
                return source;
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> everyCaseUnlocks(CompletableFuture<Integer> source, int which) {
        lock.lock(); // AJ103 suppressed
        switch (which) {
            case 1 -> lock.unlock();
            case 2 -> {
                await(source); // AJ104
                lock.unlock();
            }
            default -> throw new IllegalArgumentException();
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> arrowsDoNotFallThrough(CompletableFuture<Integer> source, int which) {
        switch (which) {
            case 1 -> lock.lock(); // AJ103 suppressed
            case 2 -> await(source);
            default -> {
                if (count > 3) {
                    break;
                }
                await(source);
            }
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> switchThatYields(CompletableFuture<Integer> source, int which) {
        int got = switch (which) {
            case 1 -> {
                lock.lock(); // AJ103 suppressed
                yield await(source); // AJ104
            }
            case 2 -> {
                for (int i = 0; i < 3; i++) {
                    if (i > count) {
                        yield await(source);
                    }
                }
                yield 0;
            }
            default -> await(source);
        };
        await(source); // AJ104
        count = got > 3 ? 1 : 2;
        return source;
    }

    @Async
    CompletableFuture<Integer> oldSwitchThatYields(CompletableFuture<Integer> source, int which) {
        int got = switch (which) {
            case 1:
                lock.lock(); // AJ103 suppressed
                lock.unlock();
                yield 1;
            case 2:
                lock.lock(); // AJ103 suppressed
            default:
                yield await(source); // AJ104
        };
        count = got > 3 ? 1 : 2;
        return source;
    }

    @Async
    CompletableFuture<Integer> switchInALoop(CompletableFuture<Integer> source, int which) {
        while (count++ < 9) {
            switch (which) {
                case 1:
                    lock.lock(); // AJ103 suppressed
                    lock.unlock();
                    continue;
                case 2:
                    lock.lock(); // AJ103 suppressed
                    break;
                default:
                    await(source);
                    continue;
            }
            await(source); // AJ104
            lock.unlock();
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> conditionalExpression(CompletableFuture<Integer> source) {
        int got = lock.tryLock() ? await(source) : 0; // AJ104
        await(source); // AJ104
        lock.unlock();
        int other = !lock.tryLock() ? await(source) : 0;
        count = got + other > 3 ? 1 : 2;
        return source;
    }

    @Async
    CompletableFuture<Integer> conditionalExpressionWhileLocked(CompletableFuture<Integer> source) {
        lock.lock(); // AJ103 suppressed
        int got = count > 3 ? three() : await(source); // AJ104
        count = got > 3 ? 1 : 2;
        return source;
    }

    private int three() {
        return 3;
    }

    @Async
    CompletableFuture<Integer> conditionalCondition(CompletableFuture<Integer> source) {
        if (count > 3 ? lock.tryLock() : count > 2) {
            await(source); // AJ104
            lock.unlock();
        } else {
            await(source);
        }
        return source;
    }

    @Async
    CompletableFuture<Boolean> shortCut(CompletableFuture<Boolean> source) {
        boolean got = lock.tryLock() && await(source); // AJ104
        lock.unlock();
        boolean other = lock.tryLock() || await(source);
        lock.unlock();
        count = got || other ? 1 : 2;
        return source;
    }

    @Async
    CompletableFuture<Integer> constantAfterTry(CompletableFuture<Integer> source) {
        int got = 0;
        if (lock.tryLock()) {
            got = 1;
            await(source); // AJ104
            lock.unlock();
        }
        await(source);
        count = got > 0 ? 1 : 2;
        return source;
    }

    @Async
    CompletableFuture<Integer> labelledBreak(CompletableFuture<Integer> source) {
        outer:
        while (count++ < 9) {
            for (int i = 0; i < 3; i++) {
                lock.lock(); // AJ103 suppressed
                if (i > count) {
                    break outer;
                }
                lock.unlock();
            }
            await(source);
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> labelledContinue(CompletableFuture<Integer> source) {
        outer:
        for (int i = 0; i < 3; i++) {
            await(source); // AJ104
            for (;;) {
                lock.lock(); // AJ103 suppressed
                if (i > count) {
                    continue outer;
                }
                lock.unlock();
                if (i < count) {
                    break;
                }
            }
            await(source);
            lock.lock(); // AJ103 suppressed
            lock.unlock();
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> labelledBlock(CompletableFuture<Integer> source) {
        block: {
            lock.lock(); // AJ103 suppressed
            if (count > 3) {
                break block;
            }
            lock.unlock();
            await(source);
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> jumpsWithLocksOnOtherPaths(CompletableFuture<Integer> source) {
        for (int i = 0; i < 3; i++) {
            if (i > count) {
                lock.lock(); // AJ103 suppressed
                throw new IllegalStateException();
            } else if (i == count) {
                lock.lock(); // AJ103 suppressed
                return source;
            }
            await(source);
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> finallyOfEachWayOut(CompletableFuture<Integer> source) {
        for (int i = 0; i < 3; i++) {
            try {
                if (i > count) {
                    lock.lock(); // AJ103 suppressed
                    return source;
                }
            } finally {
                count++;
            }
            await(source);
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> finallyThatAwaits(CompletableFuture<Integer> source) {
        while (count++ < 9) {
            try {
                if (count > 3) {
                    lock.lock(); // AJ103 suppressed
                    break;
                }
            } finally {
                await(source); // AJ104
            }
            await(source);
        }
        lock.unlock();
        return source;
    }

    @Async
    CompletableFuture<Integer> finallyThatUnlocks(CompletableFuture<Integer> source) {
        while (count++ < 9) {
            lock.lock(); // AJ103 suppressed
            try {
                if (count > 3) {
                    continue;
                }
                count++;
            } finally {
                lock.unlock();
            }
            await(source);
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> finallyInFinally(CompletableFuture<Integer> source) {
        lock.lock(); // AJ103 suppressed
        try {
            count = source.getNow(3);
        } finally {
            try {
                await(source); // AJ104
            } finally {
                lock.unlock();
                await(source);
            }
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> failedUnlockIsUnlocked(CompletableFuture<Integer> source) {
        try {
            both.readLock().lock(); // AJ103 suppressed
            try {
                count = source.getNow(3);
            } finally {
                both.readLock().unlock();
            }
        } catch (IllegalStateException failure) {
            await(source);
        }
        return source;
    }

    @Async
    CompletableFuture<Integer> failedLockIsNotLocked(CompletableFuture<Integer> source) {
        try {
            lock.lock(); // AJ103 suppressed
        } catch (IllegalStateException failure) {
            await(source);
            return source;
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> caughtWhileLocked(CompletableFuture<Integer> source) {
        try {
            lock.lock(); // AJ103 suppressed
            count = source.getNow(3);
            lock.unlock();
        } catch (IllegalStateException failure) {
            await(source); // AJ104
        }
        await(source); // AJ104
        return source;
    }

    @Async
    CompletableFuture<Integer> everyFailureIsCaught(CompletableFuture<Integer> source) {
        try {
            try {
                lock.lock(); // AJ103 suppressed
                count = source.getNow(3);
                lock.unlock();
            } catch (Throwable failure) {
                lock.unlock();
                throw new IllegalStateException(failure);
            }
        } catch (IllegalStateException failure) {
            await(source);
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> withResource(CompletableFuture<Integer> source, AutoCloseable resource) throws Exception {
        try (AutoCloseable open = resource) {
            lock.lock(); // AJ103 suppressed
            await(source); // AJ104
            lock.unlock();
        }
        await(source);
        return source;
    }

    @Async
    CompletableFuture<Integer> afterATryThatReturns(CompletableFuture<Integer> source) {
        lock.lock(); // AJ103 suppressed
        try {
            if (count > 3) {
                return source;
            }
        } finally {
            lock.unlock();
        }
        await(source);
        return source;
    }
}
