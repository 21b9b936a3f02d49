package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM's flight recorder hears of tasks. */
class FlightRecordingTest {
    private static final String TASK = "org.asyncjava.Task";
    private static final String SUSPENSION = "org.asyncjava.Suspension";
    private static final String SLOW_CALLBACK = "org.asyncjava.SlowCallback";

    @TempDir
    private Path directory;

    private static Recording recordingOf(String event) {
        Recording recording = new Recording();
        recording.enable(event).withoutThreshold();
        return recording;
    }

    /** What an event of a task tells that minds no time. */
    private static String lifeOf(RecordedEvent event) {
        return event.getString("name") + " " + event.getString("coroutine") + " " + event.getString("outcome")
                + (event.getString("failure") == null ? "" : " by " + event.getString("failure")) + (event.getBoolean("begunBefore") ? ", begun before" : "");
    }

    private static String waitOf(RecordedEvent event) {
        return event.getString("task") + " for " + event.getString("waitedFor") + " at " + event.getString("at").replaceAll(":\\d+", "");
    }

    private List<String> told(Recording recording, Function<RecordedEvent, String> text) {
        try {
            Path file = directory.resolve("events.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream().filter(event -> event.getEventType().getName().startsWith("org.asyncjava.")).map(text).toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Of a program in virtual time. */
    private List<String> recorded(String event, Coroutine<?> main, Function<RecordedEvent, String> text) {
        try (Recording recording = recordingOf(event); Runner runner = new Runner(TestLoop::withVirtualTime)) {
            recording.start();
            runner.run(main);
            return told(recording, text);
        }
    }

    @Async
    private static Coroutine<Void> failing() {
        await(sleep(Duration.ofDays(1)));
        throw new IllegalStateException("as it must");
    }

    @Async
    private static Coroutine<Void> endingInThreeWays() {
        EventLoop loop = Coroutines.currentLoop();
        Task<Void> completed = loop.createTask(sleep(Duration.ofDays(1)), "completed");
        Task<Void> failed = loop.createTask(failing(), "failed");
        Task<Void> cancelled = loop.createTask(sleep(Duration.ofDays(3)), "cancelled");
        Task<Void> neverBegun = loop.createTask(failing(), "never begun");
        neverBegun.cancel();
        await(sleep(Duration.ofDays(2)));
        cancelled.cancel();
        await(Coroutines.gatherOutcomes(completed, failed, cancelled, neverBegun));
        return Coroutine.done();
    }

    @Test
    void aTaskTellsItsNameItsCoroutineAndHowItHasEnded() {
        assertThat(recorded(TASK, endingInThreeWays(), FlightRecordingTest::lifeOf)).containsExactly(
                "never begun FlightRecordingTest.failing cancelled",
                "completed Sleep.await completed",
                "failed FlightRecordingTest.failing failed by java.lang.IllegalStateException",
                "cancelled Sleep.await cancelled",
                "Task-1 FlightRecordingTest.endingInThreeWays completed");
    }

    @Async
    private static Coroutine<Void> startingAtOnce() {
        EventLoop loop = Coroutines.currentLoop();
        loop.createTask(yieldNow(), new TaskOptions("suspended", TaskOptions.Start.AT_ONCE, null));
        loop.createTask(Coroutine.done(), new TaskOptions("at once", TaskOptions.Start.AT_ONCE, null));
        await(yieldNow());
        await(yieldNow());
        return Coroutine.done();
    }

    @Test
    void aTaskThatStartsAtOnceIsRecordedFromThereOn() {
        assertThat(recorded(TASK, startingAtOnce(), event -> event.getString("name") + " " + event.getBoolean("begunBefore")))
                .containsExactly("at once false", "suspended false", "Task-1 false");
    }

    @Test
    void whatItHasRunAndWhatItHasWaitedIsItsWholeTime() {
        Coroutine<Void> main = coroutine(() -> {
            await(yieldNow());
            return Coroutine.done();
        });
        List<String> times = recorded(TASK, main, event -> {
            Duration running = event.getDuration("running");
            Duration waiting = event.getDuration("waiting");
            assertThat(running).isPositive();
            assertThat(waiting).isPositive();
            assertThat(running.plus(waiting).minus(event.getDuration()).abs()).isLessThan(event.getDuration());
            return event.getString("name");
        });
        assertThat(times).containsExactly("Task-1");
    }

    @Async
    private static CompletableFuture<Void> method() {
        await(sleep(Duration.ofDays(1)));
        return CompletableFuture.completedFuture(null);
    }

    @Async
    private static Coroutine<Void> waitingForAll(AsyncLock lock, Task<Void> other, CompletableFuture<Void> reply) {
        await(lock.acquire());
        await(other);
        await(method());
        await(reply);
        await(yieldNow());
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> waitingInManyWays() {
        EventLoop loop = Coroutines.currentLoop();
        AsyncLock lock = new AsyncLock();
        await(lock.acquire());
        Task<Void> other = loop.createTask(sleep(Duration.ofDays(2)), "other");
        CompletableFuture<Void> reply = new CompletableFuture<>();
        Task<Void> waiting = loop.createTask(waitingForAll(lock, other, reply), "waiting");
        await(sleep(Duration.ofDays(1)));
        lock.release();
        await(sleep(Duration.ofDays(9)));
        reply.complete(null);
        await(waiting);
        return Coroutine.done();
    }

    @Test
    void aSuspensionTellsWhereItWasAndWhatForItWas() {
        String here = "org.asyncjava.runtime.FlightRecordingTest.";
        assertThat(recorded(SUSPENSION, waitingInManyWays(), event -> event.getString("task").equals("waiting") ? waitOf(event) : "")).filteredOn(text -> !text.isEmpty())
                .containsExactly(
                        "waiting for AsyncLock at org.asyncjava.runtime.AsyncLock.acquire(AsyncLock.java)",
                        "waiting for other at " + here + "waitingForAll(FlightRecordingTest.java)",
                        "waiting for FlightRecordingTest.method() at " + here + "waitingForAll(FlightRecordingTest.java)",
                        "waiting for CompletableFuture at " + here + "waitingForAll(FlightRecordingTest.java)",
                        "waiting for null at " + here + "waitingForAll(FlightRecordingTest.java)");
    }

    @Test
    void whatHasKeptItsLoopForLongIsNamed() {
        Coroutine<Void> main = coroutine(() -> {
            Coroutines.currentLoop().callSoon(new Runnable() {
                @Override
                public void run() {
                }

                @Override
                public String toString() {
                    return "a callback";
                }
            });
            await(yieldNow());
            return Coroutine.done();
        });
        assertThat(recorded(SLOW_CALLBACK, main, event -> event.getString("callback"))).contains("<Handle a callback>").anyMatch(text -> text.startsWith("<Task pending name='Task-1'"));
    }

    @Test
    void ofATaskThatHadBegunBeforeItsEndIsToldAndThatItHadBegun() {
        try (Recording recording = recordingOf(TASK); EventLoop loop = TestLoop.withVirtualTime()) {
            Task<Void> task = loop.createTask(failing());
            loop.turns.runReady();
            recording.start();
            loop.turns.runUntil(task::isDone);

            assertThat(told(recording, FlightRecordingTest::lifeOf)).containsExactly("Task-1 FlightRecordingTest.failing failed by java.lang.IllegalStateException, begun before");
            assertThat(task.exception()).hasMessage("as it must");
        }
    }

    @Async
    private static Coroutine<Void> beingRecordedMeanwhile(Recording recording) {
        recording.start();
        for (int i = 0; i < 5_000; i++) {
            await(yieldNow());
        }
        await(Coroutines.createTask(yieldNow(), "late"));
        recording.stop();
        for (int i = 0; i < 5_000; i++) {
            await(yieldNow());
        }
        assertThat(FlightRecording.isOn()).isFalse();
        return Coroutine.done();
    }

    @Test
    void aLoopThatNeverWaitsNoticesThatARecordingBeginsAndEnds() {
        try (Recording recording = recordingOf(TASK)) {
            Coroutines.run(beingRecordedMeanwhile(recording));

            assertThat(told(recording, FlightRecordingTest::lifeOf)).containsExactly("late YieldNow.await completed");
        }
    }

    @Test
    void aLoopThatIsParkedNoticesWhenItWakes() throws InterruptedException {
        CompletableFuture<Void> reply = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> Coroutines.run(coroutine(() -> {
            Coroutines.currentLoop().callSoon(begun::countDown);
            return Coroutine.of(await(reply));
        })));
        thread.start();
        begun.await();
        try (Recording recording = recordingOf(TASK)) {
            recording.start();
            reply.complete(null);
            thread.join();

            assertThat(told(recording, event -> event.getString("name") + " " + event.getBoolean("begunBefore"))).containsExactly("Task-1 true");
        }
    }

    @Test
    void tasksOfAStrandAreRecorded() {
        try (Recording recording = recordingOf(TASK)) {
            recording.start();
            EventLoop strand = EventLoop.on(Runnable::run);
            strand.execute(() -> strand.createTask(yieldNow(), "on a strand"));

            assertThat(told(recording, FlightRecordingTest::lifeOf)).containsExactly("on a strand YieldNow.await completed");
        }
    }

    @Test
    void whatRecordsTasksReportsSlowCallbacksInDebugModeToo() {
        try (CapturedLog log = new CapturedLog(); Recording recording = recordingOf(TASK); EventLoop loop = TestLoop.withVirtualTime()) {
            recording.start();
            loop.setDebug(true);
            loop.setSlowCallbackDuration(Duration.ZERO);
            loop.runUntilComplete(yieldNow());

            assertThat(log.messages()).isNotEmpty().allMatch(message -> message.startsWith("Executing "));
            assertThat(told(recording, event -> event.getString("name"))).containsExactly("Task-1");
        }
    }
}
