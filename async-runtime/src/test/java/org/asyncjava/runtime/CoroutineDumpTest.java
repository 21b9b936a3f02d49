package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Each.each;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** What a dump tells of programs that stand still, or do not. Line numbers are left out: they are those of this file. */
class CoroutineDumpTest {
    private static final String HINT = "\nMethods on no loop, strands that no task waits for, who has taken a lock by acquire(), locals, and where and when tasks were made"
            + " and began to wait are known with -Dasyncjava.debug=true.\n";

    /** Of a loop that has run until nothing was left to run. */
    private static String textOf(EventLoop loop) {
        return DumpText.of(new Snapshot(List.of(loop))).replaceAll("\\((\\w+\\.java):\\d+\\)", "($1)");
    }

    private static void runUntilIdle(EventLoop loop, Coroutine<?>... tasks) {
        for (Coroutine<?> task : tasks) {
            loop.createTask(task);
        }
        loop.turns.runUntilIdle();
    }

    @Async
    private static Coroutine<Void> holdBoth(AsyncLock one, AsyncLock other) {
        try (var first = await(one.hold())) {
            await(Coroutines.yieldNow());
            try (var second = await(other.hold())) {
                await(Coroutines.yieldNow());
            }
        }
        return Coroutine.done();
    }

    @Test
    void locksHeldInTwoOrdersAreNamedAsADeadlock() {
        EventLoop loop = TestLoop.withVirtualTime();
        AsyncLock a = new AsyncLock();
        AsyncLock b = new AsyncLock();
        runUntilIdle(loop, holdBoth(a, b), holdBoth(b, a));

        assertThat(textOf(loop)).isEqualTo("""
                deadlock: Task-1 -> Task-2 -> Task-1
                  Task-1 waits for <AsyncLock locked, waiters:1> at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                  Task-2 waits for <AsyncLock locked, waiters:1> at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)

                loop 1: not running, 2 tasks and methods

                Task-1 waits for <AsyncLock locked, waiters:1>, held by Task-2
                  at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                  at org.asyncjava.runtime.Held.after(Held.java)
                  at org.asyncjava.runtime.CoroutineDumpTest.holdBoth(CoroutineDumpTest.java)
                    Task-2 waits for <AsyncLock locked, waiters:1>, held by Task-1
                      at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                      at org.asyncjava.runtime.Held.after(Held.java)
                      at org.asyncjava.runtime.CoroutineDumpTest.holdBoth(CoroutineDumpTest.java)
                        Task-1, see above
                """ + HINT);
    }

    @Async
    private static Coroutine<Integer> within(AsyncLock one, AsyncLock other) {
        return Coroutine.of(await(one.with(() -> afterGivingWay(other))));
    }

    @Async
    private static Coroutine<Integer> afterGivingWay(AsyncLock other) {
        await(Coroutines.yieldNow());
        return Coroutine.of(await(other.with(() -> Coroutine.of(1))));
    }

    @Test
    void soAreLocksThatWorkIsDoneWith() {
        EventLoop loop = TestLoop.withVirtualTime();
        AsyncLock a = new AsyncLock();
        AsyncLock b = new AsyncLock();
        runUntilIdle(loop, within(a, b), within(b, a));

        assertThat(textOf(loop)).startsWith("deadlock: Task-1 -> Task-2 -> Task-1\n");
    }

    @Async
    private static Coroutine<Void> awaitOther(Task<?>[] tasks, int other) {
        await(Coroutines.yieldNow());
        await(tasks[other]);
        return Coroutine.done();
    }

    @Test
    void tasksThatAwaitOneAnotherAreADeadlock() {
        EventLoop loop = TestLoop.withVirtualTime();
        Task<?>[] tasks = new Task<?>[2];
        tasks[0] = loop.createTask(awaitOther(tasks, 1), "left");
        tasks[1] = loop.createTask(awaitOther(tasks, 0), "right");
        loop.turns.runUntilIdle();

        assertThat(textOf(loop)).startsWith("""
                deadlock: left -> right -> left
                  left waits for right at org.asyncjava.runtime.CoroutineDumpTest.awaitOther(CoroutineDumpTest.java)
                  right waits for left at org.asyncjava.runtime.CoroutineDumpTest.awaitOther(CoroutineDumpTest.java)
                """);
    }

    @Async
    private static AsyncIterable<Integer> pages(AsyncLock lock) {
        emit(1);
        try (var held = await(lock.hold())) {
            emit(2);
        }
        return end();
    }

    @Async
    private static Coroutine<Void> readPages(AsyncLock lock) {
        for (int page : each(pages(lock))) {
            assertThat(page).isEqualTo(1);
        }
        return Coroutine.done();
    }

    @Test
    void aGeneratorStandsInTheStackOfWhoAwaitsItsNextElement() {
        EventLoop loop = TestLoop.withVirtualTime();
        AsyncLock lock = new AsyncLock();
        runUntilIdle(loop, sleepHolding(lock), readPages(lock));

        assertThat(textOf(loop)).contains("""
                Task-2 waits for <AsyncLock locked, waiters:1>, held by Task-1
                  at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                  at org.asyncjava.runtime.Held.after(Held.java)
                  at org.asyncjava.runtime.CoroutineDumpTest.pages(CoroutineDumpTest.java)
                  at org.asyncjava.runtime.CoroutineDumpTest.readPages(CoroutineDumpTest.java)
                """);
    }

    @Async
    private static Coroutine<Void> sleepHolding(AsyncLock lock) {
        try (var held = await(lock.hold())) {
            await(sleep(Duration.ofHours(1)));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> sleepHours(int hours) {
        await(sleep(Duration.ofHours(hours)));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> gatherTwo() {
        await(gather(sleepHours(1), sleepHours(2)));
        return Coroutine.done();
    }

    @Test
    void whoWaitsForSeveralIsTheirParent() {
        EventLoop loop = TestLoop.withVirtualTime();
        runUntilIdle(loop, gatherTwo());

        assertThat(textOf(loop)).isEqualTo("""
                loop 1: not running, 3 tasks and methods

                Task-1 waits for 2 tasks
                  at org.asyncjava.runtime.CoroutineDumpTest.gatherTwo(CoroutineDumpTest.java)
                    Task-2 waits for a sleep, over in PT1H
                      at org.asyncjava.runtime.CoroutineDumpTest.sleepHours(CoroutineDumpTest.java)
                    Task-3 waits for a sleep, over in PT2H
                      at org.asyncjava.runtime.CoroutineDumpTest.sleepHours(CoroutineDumpTest.java)
                """ + HINT);
    }

    @Async
    private static Coroutine<Void> group() {
        await(TaskGroup.open(g -> {
            g.createTask(sleepHours(1));
            g.createTask(sleepHours(2));
            return Coroutine.done();
        }));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> waitForAll() {
        await(Coroutines.waitAll(List.of(createTask(sleepHours(3)))));
        return Coroutine.done();
    }

    @Test
    void soAreGroupsAndWaits() {
        EventLoop loop = TestLoop.withVirtualTime();
        runUntilIdle(loop, group(), waitForAll());

        assertThat(textOf(loop)).contains("Task-1 waits for 2 tasks\n").contains("Task-2 waits for 1 task\n")
                .contains("\n    Task-3 waits for a sleep, over in PT1H\n").contains("\n    Task-5 waits for a sleep, over in PT3H\n");
    }

    private enum Kind { SMALL, LARGE }

    /** Whose toString is none of a dump's business. */
    private static final class Broken {
        @Override
        public String toString() {
            throw new AssertionError("asked for a text");
        }
    }

    @Async
    private static Coroutine<Integer> withLocals(String name, Kind kind) {
        int count = 3;
        boolean isOpen = true;
        char letter = 'x';
        double share = 0.5;
        Broken broken = new Broken();
        int[] numbers = {1, 2};
        Object none = name.isEmpty() ? name : null;
        await(sleep(Duration.ofSeconds(90)));
        return Coroutine.of(name.length() + count + (isOpen ? letter : 0) + (int) share + broken.hashCode() + numbers.length + kind.ordinal() + (none == null ? 0 : 1));
    }

    @Test
    void inDebugModeItKnowsLocalsAndTimes() {
        EventLoop loop = TestLoop.withVirtualTime();
        loop.setDebug(true);
        loop.createTask(withLocals("some text", Kind.LARGE));
        loop.turns.runUntilIdle();
        loop.callLater(Duration.ofMillis(1500), loop::stop);
        loop.runForever();

        assertThat(textOf(loop).replaceAll("@[0-9a-f]+", "@x").replaceAll("created at [^,]*", "created")).isEqualTo("""
                loop 1: not running, 1 task or method

                Task-1 waits for a sleep, over in PT1M28.5S, for PT1.5S, created, PT1.5S ago
                  at org.asyncjava.runtime.CoroutineDumpTest.withLocals(CoroutineDumpTest.java)
                      with name = "some text", kind = LARGE, count = 3, isOpen = true, letter = x, share = 0.5, broken = org.asyncjava.runtime.CoroutineDumpTest$Broken@x, numbers = int[]@x, none = null
                """ + HINT);
        assertThat(DumpJson.of(new Snapshot(List.of(loop)))).contains(",\"age\":1500,\"waited\":1500,\"awaits\":[],")
                .contains(",\"locals\":[{\"name\":\"name\",\"value\":\"\\\"some text\\\"\"},{\"name\":\"kind\",\"value\":\"LARGE\"},");
    }

    @Test
    void whatIsCancelledAtTheEndIsNamedInDebugMode() {
        EventLoop loop = TestLoop.withVirtualTime();
        loop.setDebug(true);
        loop.createTask(sleepHours(1), "forgotten");
        loop.turns.runUntilIdle();
        try (CapturedLog log = new CapturedLog()) {
            Runner.cancelLeftovers(loop);

            assertThat(log.messages()).singleElement().asString().startsWith("cancelled at the end of the loop:\n\nforgotten waits for a sleep, over in PT1H, for PT0S, created at ")
                    .contains("\n  at org.asyncjava.runtime.CoroutineDumpTest.sleepHours(CoroutineDumpTest.java:");
        }
        loop.close();
    }

    @Async
    private static CompletableFuture<String> methodOfCoroutines(AsyncLock lock) {
        return CompletableFuture.completedFuture(await(lock.with(() -> forever())));
    }

    @Async
    private static Coroutine<String> forever() {
        await(new AsyncEvent().whenSet());
        return Coroutine.of("");
    }

    @Test
    void theCoroutinesThatAMethodRunsAreOnItsStack() {
        EventLoop loop = TestLoop.withVirtualTime();
        AsyncLock lock = new AsyncLock();
        loop.callSoon(() -> methodOfCoroutines(lock));
        runUntilIdle(loop, lock.acquire());

        assertThat(textOf(loop)).contains("""
                Task-1 waits for <AsyncLock locked, waiters:1>, held by CoroutineDumpTest.methodOfCoroutines()
                  at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)
                    CoroutineDumpTest.methodOfCoroutines() waits for <AsyncEvent unset, waiters:1>
                      at org.asyncjava.runtime.AsyncEvent.whenSet(AsyncEvent.java)
                      at org.asyncjava.runtime.CoroutineDumpTest.forever(CoroutineDumpTest.java)
                      at org.asyncjava.runtime.AsyncLock.with(AsyncLock.java)
                      at org.asyncjava.runtime.CoroutineDumpTest.methodOfCoroutines(CoroutineDumpTest.java)
                """);
    }

    @Async
    private static CompletableFuture<String> method(CompletableFuture<String> reply) {
        return CompletableFuture.completedFuture(await(reply) + "!");
    }

    @Async
    private static Coroutine<String> awaitMethod(CompletableFuture<String> reply) {
        return Coroutine.of(await(method(reply)));
    }

    @Test
    void methodsOnALoopAreInIt() {
        EventLoop loop = TestLoop.withVirtualTime();
        CompletableFuture<String> reply = new CompletableFuture<>();
        runUntilIdle(loop, awaitMethod(reply));

        assertThat(textOf(loop)).contains("""
                Task-1 waits for CoroutineDumpTest.method()
                  at org.asyncjava.runtime.CoroutineDumpTest.awaitMethod(CoroutineDumpTest.java)
                    CoroutineDumpTest.method() waits for java.util.concurrent.CompletableFuture""")
                .contains("\n      at org.asyncjava.runtime.CoroutineDumpTest.method(CoroutineDumpTest.java)\n");
    }

    @Test
    void aTaskThatWaitsForAnotherLoopLeadsThere() {
        EventLoop loop = TestLoop.withVirtualTime();
        EventLoop strand = EventLoop.on(Runnable::run);
        runUntilIdle(loop, strand.call(() -> sleepHours(1)));

        assertThat(textOf(loop)).contains("loop 1: not running, 1 task or method\nstrand 2: idle, 1 task or method\n")
                .contains("Task-1 waits for <EventLoop.call()>\n").contains("\n    Task-1 waits for a sleep, over in PT");
    }

    @Test
    void aBlockedLoopShowsWhere() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        EventLoop loop = new EventLoop();
        Thread thread = new Thread(() -> loop.runUntilComplete(block(blocked, goOn)), "blocked-loop");
        thread.start();
        blocked.await();
        String text = textOf(loop);
        String all = CoroutineDump.text();
        goOn.countDown();
        thread.join();

        assertThat(text).startsWith("loop 1 on thread \"blocked-loop\": in a step, 1 task or method\n    at ")
                .contains("CoroutineDumpTest.block(CoroutineDumpTest.java)").contains("Task-1 is running\n");
        assertThat(all).contains("on thread \"blocked-loop\": in a step");
        loop.close();
        assertThat(CoroutineDump.text()).doesNotContain("blocked-loop");
    }

    @Async
    private static Coroutine<Void> block(CountDownLatch blocked, CountDownLatch goOn) {
        await(Coroutines.yieldNow());
        blocked.countDown();
        try {
            goOn.await();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return Coroutine.done();
    }

    @Test
    void asJsonItIsTheSame() {
        EventLoop loop = TestLoop.withVirtualTime();
        Task<?>[] tasks = new Task<?>[2];
        tasks[0] = loop.createTask(awaitOther(tasks, 1), "le\"ft");
        tasks[1] = loop.createTask(awaitOther(tasks, 0), "right\n");
        loop.turns.runUntilIdle();

        String stack = ",\"stack\":[{\"class\":\"org.asyncjava.runtime.CoroutineDumpTest\",\"method\":\"awaitOther\",\"file\":\"CoroutineDumpTest.java\",\"line\":0}]}";
        assertThat(DumpJson.of(new Snapshot(List.of(loop))).replaceAll("\"line\":\\d+", "\"line\":0")).isEqualTo("{\"version\":1,\"debug\":false,"
                + "\"loops\":[{\"number\":1,\"kind\":\"loop\",\"thread\":\"\",\"state\":\"not running\",\"step\":[]}],"
                + "\"calls\":[{\"id\":1,\"kind\":\"task\",\"name\":\"le\\\"ft\",\"loop\":1,\"state\":\"waiting\",\"waitsFor\":\"right\\u000a\",\"created\":\"\",\"awaits\":[2]" + stack
                + ",{\"id\":2,\"kind\":\"task\",\"name\":\"right\\u000a\",\"loop\":1,\"state\":\"waiting\",\"waitsFor\":\"le\\\"ft\",\"created\":\"\",\"awaits\":[1]" + stack
                + "],\"deadlocks\":[[1,2]]}");
    }

    @Async
    private static Coroutine<Void> awaitOne(Task<?> task) {
        await(task);
        return Coroutine.done();
    }

    /** A chain of so many tasks, each of which waits for the one before. */
    @Test
    void aHundredThousandTasksNeedNoStackAndLittleMemory() {
        EventLoop loop = TestLoop.withVirtualTime();
        List<Task<?>> tasks = new ArrayList<>();
        tasks.add(loop.createTask(sleepHours(1)));
        for (int i = 1; i < 100_000; i++) {
            tasks.add(loop.createTask(awaitOne(tasks.get(i - 1))));
        }
        loop.turns.runUntilIdle();

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String text = CoroutineDump.text();
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(text).contains("Task-100000 waits for Task-99999\n");
        assertThat(bytes).isLessThan(200_000_000);
    }

    @Test
    void itIsTakenWhileTheProgramRuns() throws Exception {
        EventLoop loop = new EventLoop();
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(1);
        Thread thread = new Thread(() -> loop.runUntilComplete(manyShortTasks(running, enough)));
        thread.start();
        running.await();
        try {
            for (int i = 0; i < 200; i++) {
                assertThat(textOf(loop)).startsWith("loop 1 on thread ");
                assertThat(DumpJson.of(new Snapshot(List.of(loop)))).endsWith("}");
            }
        } finally {
            enough.set(true);
            thread.join();
            loop.close();
        }
    }

    @Async
    private static Coroutine<Void> manyShortTasks(CountDownLatch running, AtomicBoolean enough) {
        while (!enough.get()) {
            running.countDown();
            await(gather(giveWay(), giveWay(), giveWay()));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> giveWay() {
        await(Coroutines.yieldNow());
        return Coroutine.done();
    }
}
