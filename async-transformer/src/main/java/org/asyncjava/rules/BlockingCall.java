package org.asyncjava.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method of the JDK that blocks the calling thread.
 *
 * @param type the class or interface that declares it; methods of its subtypes count too
 * @param method its name
 * @param fewest the fewest arguments with which it blocks
 * @param most the most arguments with which it blocks
 * @param mend what to do instead
 */
record BlockingCall(String type, String method, int fewest, int most, String mend) {
    private static final int ANY = 255;
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String AWAIT_IT = "await the future instead";
    private static final String SLEEP = "use await(sleep(...))";
    private static final String LOCK = "use AsyncLock";
    private static final String QUEUE = "use AsyncQueue";
    private static final String TO_THREAD = "run it in another thread and await that, with toThread or CompletableFuture.supplyAsync";

    private static final List<BlockingCall> ALL = List.of(
            new BlockingCall("java.lang.Thread", "sleep", 1, 2, SLEEP),
            new BlockingCall("java.lang.Thread", "join", 0, 2, TO_THREAD),
            new BlockingCall("java.lang.Object", "wait", 0, 2, "use AsyncCondition or AsyncEvent"),
            new BlockingCall("java.lang.Process", "waitFor", 0, 2, "await process.onExit()"),
            new BlockingCall(CONCURRENT + "TimeUnit", "sleep", 1, 1, SLEEP),
            new BlockingCall(CONCURRENT + "Future", "get", 0, 2, AWAIT_IT),
            new BlockingCall(CONCURRENT + "CompletableFuture", "join", 0, 0, AWAIT_IT),
            new BlockingCall(CONCURRENT + "ForkJoinTask", "join", 0, 0, AWAIT_IT),
            new BlockingCall(CONCURRENT + "CountDownLatch", "await", 0, 2, "use AsyncEvent"),
            new BlockingCall(CONCURRENT + "CyclicBarrier", "await", 0, 2, "use AsyncBarrier"),
            new BlockingCall(CONCURRENT + "Phaser", "arriveAndAwaitAdvance", 0, 0, "use AsyncBarrier"),
            new BlockingCall(CONCURRENT + "Phaser", "awaitAdvance", 1, 1, "use AsyncBarrier"),
            new BlockingCall(CONCURRENT + "Exchanger", "exchange", 1, 3, QUEUE),
            new BlockingCall(CONCURRENT + "Semaphore", "acquire", 0, 1, "use AsyncSemaphore"),
            new BlockingCall(CONCURRENT + "Semaphore", "acquireUninterruptibly", 0, 1, "use AsyncSemaphore"),
            new BlockingCall(CONCURRENT + "BlockingQueue", "take", 0, 0, QUEUE),
            new BlockingCall(CONCURRENT + "BlockingQueue", "put", 1, 1, QUEUE),
            new BlockingCall(CONCURRENT + "BlockingQueue", "poll", 2, 2, QUEUE),
            new BlockingCall(CONCURRENT + "BlockingQueue", "offer", 3, 3, QUEUE),
            new BlockingCall(CONCURRENT + "ExecutorService", "awaitTermination", 2, 2, TO_THREAD),
            new BlockingCall(CONCURRENT + "ExecutorService", "invokeAll", 1, ANY, "submit the work as CompletableFutures and await those"),
            new BlockingCall(CONCURRENT + "ExecutorService", "invokeAny", 1, ANY, "submit the work as CompletableFutures and await those"),
            new BlockingCall(CONCURRENT + "locks.Lock", "lock", 0, 0, LOCK),
            new BlockingCall(CONCURRENT + "locks.Lock", "lockInterruptibly", 0, 0, LOCK),
            new BlockingCall(CONCURRENT + "locks.Lock", "tryLock", 2, 2, LOCK),
            new BlockingCall(CONCURRENT + "locks.Condition", "await", 0, 2, "use AsyncCondition"),
            new BlockingCall(CONCURRENT + "locks.LockSupport", "park", 0, 1, "use AsyncEvent"),
            new BlockingCall(CONCURRENT + "locks.LockSupport", "parkNanos", 1, 2, SLEEP),
            new BlockingCall("java.net.http.HttpClient", "send", 2, 2, "await client.sendAsync(...)"));

    /** The names of all of them. */
    static final Set<String> NAMES = ALL.stream().map(BlockingCall::method).collect(Collectors.toUnmodifiableSet());

    /** What to do instead of a call; empty if it does not block. */
    static Optional<String> mendOf(Callee callee) {
        return ALL.stream().filter(call -> call.matches(callee)).map(BlockingCall::mend).findFirst();
    }

    /** Every class extends Object: its methods count where Object itself declares them. */
    private boolean matches(Callee callee) {
        boolean ofType = type.equals("java.lang.Object") ? callee.declaredIn().equals(type) : callee.types().contains(type);
        return ofType && method.equals(callee.name()) && callee.arguments() >= fewest && callee.arguments() <= most;
    }
}
