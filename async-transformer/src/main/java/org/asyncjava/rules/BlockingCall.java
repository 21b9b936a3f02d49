package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final String FILES = "java.nio.file.Files";
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String AWAIT_IT = "await the future instead";
    private static final String SLEEP = "use await(sleep(...))";
    private static final String LOCK = "use AsyncLock";
    private static final String QUEUE = "use AsyncQueue";
    private static final String SUBMIT = "submit the work as CompletableFutures and await those";
    private static final String HERE = "await it here instead";
    private static final String ENTRY = "move what it does to an @Async method and await that, as an entry point runs a loop of its own until it has ended";
    private static final String HTTP = "await sendAsync(...) of java.net.http.HttpClient";
    static final String TO_THREAD = "run it in another thread and await that, with toThread or CompletableFuture.supplyAsync";

    private static final List<BlockingCall> ALL = Stream.of(threads(), synchronizers(), ownLoops(), files(), networks(), databases())
            .flatMap(List::stream).toList();

    /** The names of all of them. */
    static final Set<String> NAMES = ALL.stream().map(BlockingCall::method).collect(Collectors.toUnmodifiableSet());

    private static List<BlockingCall> threads() {
        return List.of(
                new BlockingCall("java.lang.Thread", "sleep", 1, 2, SLEEP),
                new BlockingCall("java.lang.Thread", "join", 0, 2, TO_THREAD),
                new BlockingCall("java.lang.Object", "wait", 0, 2, "use AsyncCondition or AsyncEvent"),
                new BlockingCall("java.lang.Process", "waitFor", 0, 2, "await process.onExit()"),
                new BlockingCall(CONCURRENT + "TimeUnit", "sleep", 1, 1, SLEEP),
                new BlockingCall(CONCURRENT + "Future", "get", 0, 2, AWAIT_IT),
                new BlockingCall(CONCURRENT + "CompletableFuture", "join", 0, 0, AWAIT_IT),
                new BlockingCall(CONCURRENT + "ForkJoinTask", "join", 0, 0, AWAIT_IT),
                new BlockingCall(CONCURRENT + "ForkJoinTask", "invoke", 0, 0, TO_THREAD),
                new BlockingCall(CONCURRENT + "ForkJoinPool", "invoke", 1, 1, TO_THREAD),
                new BlockingCall(CONCURRENT + "ExecutorService", "awaitTermination", 2, 2, TO_THREAD),
                new BlockingCall(CONCURRENT + "ExecutorService", "close", 0, 0, TO_THREAD),
                new BlockingCall(CONCURRENT + "ExecutorService", "invokeAll", 1, ANY, SUBMIT),
                new BlockingCall(CONCURRENT + "ExecutorService", "invokeAny", 1, ANY, SUBMIT));
    }

    private static List<BlockingCall> synchronizers() {
        return List.of(
                new BlockingCall(CONCURRENT + "CountDownLatch", "await", 0, 2, "use AsyncEvent"),
                new BlockingCall(CONCURRENT + "CyclicBarrier", "await", 0, 2, "use AsyncBarrier"),
                new BlockingCall(CONCURRENT + "Phaser", "arriveAndAwaitAdvance", 0, 0, "use AsyncBarrier"),
                new BlockingCall(CONCURRENT + "Phaser", "awaitAdvance", 1, 1, "use AsyncBarrier"),
                new BlockingCall(CONCURRENT + "Exchanger", "exchange", 1, 3, QUEUE),
                new BlockingCall(CONCURRENT + "Semaphore", "acquire", 0, 1, "use AsyncSemaphore"),
                new BlockingCall(CONCURRENT + "Semaphore", "acquireUninterruptibly", 0, 1, "use AsyncSemaphore"),
                new BlockingCall(CONCURRENT + "Semaphore", "tryAcquire", 2, 3, "use AsyncSemaphore"),
                new BlockingCall(CONCURRENT + "BlockingQueue", "take", 0, 0, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingQueue", "put", 1, 1, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingQueue", "poll", 2, 2, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingQueue", "offer", 3, 3, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingDeque", "takeFirst", 0, 0, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingDeque", "takeLast", 0, 0, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingDeque", "putFirst", 1, 1, QUEUE),
                new BlockingCall(CONCURRENT + "BlockingDeque", "putLast", 1, 1, QUEUE),
                new BlockingCall(CONCURRENT + "TransferQueue", "transfer", 1, 1, QUEUE),
                new BlockingCall(CONCURRENT + "locks.Lock", "lock", 0, 0, LOCK),
                new BlockingCall(CONCURRENT + "locks.Lock", "lockInterruptibly", 0, 0, LOCK),
                new BlockingCall(CONCURRENT + "locks.Lock", "tryLock", 2, 2, LOCK),
                new BlockingCall(CONCURRENT + "locks.StampedLock", "readLock", 0, 0, LOCK),
                new BlockingCall(CONCURRENT + "locks.StampedLock", "writeLock", 0, 0, LOCK),
                new BlockingCall(CONCURRENT + "locks.Condition", "await", 0, 2, "use AsyncCondition"),
                new BlockingCall(CONCURRENT + "locks.LockSupport", "park", 0, 1, "use AsyncEvent"),
                new BlockingCall(CONCURRENT + "locks.LockSupport", "parkNanos", 1, 2, SLEEP));
    }

    /** What runs a loop until something has ended: where a loop runs already it is refused, elsewhere it keeps the thread. */
    private static List<BlockingCall> ownLoops() {
        return List.of(
                new BlockingCall("org.asyncjava.runtime.Coroutines", "run", 1, 2, HERE),
                new BlockingCall("org.asyncjava.runtime.Runner", "run", 1, 2, HERE),
                new BlockingCall("org.asyncjava.runtime.EventLoop", "runUntilComplete", 1, 1, HERE),
                new BlockingCall("org.asyncjava.runtime.EventLoop", "runForever", 0, 0, TO_THREAD));
    }

    /** Of types that are files for certain. A stream or reader may be one over memory. */
    private static List<BlockingCall> files() {
        return List.of(
                new BlockingCall(FILES, "readAllBytes", 1, 1, TO_THREAD),
                new BlockingCall(FILES, "readAllLines", 1, 2, TO_THREAD),
                new BlockingCall(FILES, "readString", 1, 2, TO_THREAD),
                new BlockingCall(FILES, "lines", 1, 2, TO_THREAD),
                new BlockingCall(FILES, "write", 2, ANY, TO_THREAD),
                new BlockingCall(FILES, "writeString", 2, ANY, TO_THREAD),
                new BlockingCall(FILES, "copy", 2, ANY, TO_THREAD),
                new BlockingCall(FILES, "mismatch", 2, 2, TO_THREAD),
                new BlockingCall(FILES, "walkFileTree", 2, 4, TO_THREAD),
                new BlockingCall("java.io.FileInputStream", "read", 0, 3, TO_THREAD),
                new BlockingCall("java.io.FileInputStream", "readAllBytes", 0, 0, TO_THREAD),
                new BlockingCall("java.io.FileInputStream", "readNBytes", 1, 3, TO_THREAD),
                new BlockingCall("java.io.FileOutputStream", "write", 1, 3, TO_THREAD),
                new BlockingCall("java.io.RandomAccessFile", "read", 0, 3, TO_THREAD),
                new BlockingCall("java.io.RandomAccessFile", "readFully", 1, 3, TO_THREAD),
                new BlockingCall("java.io.RandomAccessFile", "readLine", 0, 0, TO_THREAD),
                new BlockingCall("java.io.RandomAccessFile", "write", 1, 3, TO_THREAD),
                new BlockingCall("java.nio.channels.FileChannel", "read", 1, 3, "await a read of AsynchronousFileChannel"),
                new BlockingCall("java.nio.channels.FileChannel", "write", 1, 3, "await a write of AsynchronousFileChannel"),
                new BlockingCall("java.io.Console", "readLine", 0, ANY, TO_THREAD),
                new BlockingCall("java.io.Console", "readPassword", 0, ANY, TO_THREAD));
    }

    private static List<BlockingCall> networks() {
        return List.of(
                new BlockingCall("java.net.http.HttpClient", "send", 2, 2, "await client.sendAsync(...)"),
                new BlockingCall("java.net.URL", "openStream", 0, 0, HTTP),
                new BlockingCall("java.net.URLConnection", "connect", 0, 0, HTTP),
                new BlockingCall("java.net.URLConnection", "getInputStream", 0, 0, HTTP),
                new BlockingCall("java.net.HttpURLConnection", "getResponseCode", 0, 0, HTTP),
                new BlockingCall("java.net.InetAddress", "getByName", 1, 1, TO_THREAD),
                new BlockingCall("java.net.InetAddress", "getAllByName", 1, 1, TO_THREAD),
                new BlockingCall("java.net.Socket", Callee.CONSTRUCTOR, 2, 4, TO_THREAD),
                new BlockingCall("java.net.Socket", "connect", 1, 2, TO_THREAD),
                new BlockingCall("java.net.ServerSocket", "accept", 0, 0, TO_THREAD),
                new BlockingCall("java.net.DatagramSocket", "receive", 1, 1, TO_THREAD),
                new BlockingCall("java.nio.channels.Selector", "select", 0, 2, TO_THREAD));
    }

    private static List<BlockingCall> databases() {
        List<BlockingCall> calls = new ArrayList<>(List.of(
                new BlockingCall("java.sql.DriverManager", "getConnection", 1, 3, TO_THREAD),
                new BlockingCall("javax.sql.DataSource", "getConnection", 0, 2, TO_THREAD),
                new BlockingCall("java.sql.Connection", "commit", 0, 0, TO_THREAD),
                new BlockingCall("java.sql.Connection", "rollback", 0, 1, TO_THREAD)));
        for (String execution : List.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch")) {
            calls.add(new BlockingCall("java.sql.Statement", execution, 0, 2, TO_THREAD));
        }
        return calls;
    }

    /** What to do instead of a call; empty if it does not block. */
    static Optional<String> mendOf(Callee callee) {
        return callee.work() == Callee.Work.ENDED ? Optional.of(ENTRY) : ALL.stream().filter(call -> call.matches(callee)).map(BlockingCall::mend).findFirst();
    }

    /** Every class extends Object: its methods count where Object itself declares them. A constructor is no subclass's. */
    private boolean matches(Callee callee) {
        boolean ofType = type.equals("java.lang.Object") || method.equals(Callee.CONSTRUCTOR) ? callee.declaredIn().equals(type) : callee.types().contains(type);
        return ofType && method.equals(callee.name()) && callee.arguments() >= fewest && callee.arguments() <= most;
    }
}
