package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.ContextVar;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.Handle;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** What an exception handler is told, and where it runs; as of CPython 3.12. */
class ReportsTest {
    private static final ContextVar<String> PLACE = ContextVar.withDefault("place", "nowhere");

    private final List<FailureContext> reported = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    private void run(AsyncSupplier<Void> main) {
        Virtual.run(() -> {
            currentLoop().setExceptionHandler((loop, context) -> {
                reported.add(context);
                places.add(PLACE.get());
            });
            return main.get();
        });
    }

    @Async
    private static Coroutine<Void> failing(String place) {
        PLACE.set(place);
        await(yieldNow());
        throw new IllegalStateException(place);
    }

    @Async
    private static Coroutine<Void> failures() {
        EventLoop loop = currentLoop();
        PLACE.set("main");
        loop.callSoon(() -> {
            PLACE.set("callback");
            throw new IllegalStateException("callback");
        });
        loop.callLater(millis(1), () -> {
            PLACE.set("timer");
            throw new IllegalStateException("timer");
        });
        Deferred<String> deferred = new Deferred<>();
        deferred.addDoneCallback(done -> {
            PLACE.set("done callback");
            throw new IllegalStateException("done callback");
        });
        deferred.complete("x");
        loop.callSoonThreadsafe(() -> {
            PLACE.set("from a thread");
            throw new IllegalStateException("from a thread");
        });
        createTask(failing("task"), "failing");
        await(sleep(millis(2)));
        return Coroutine.done();
    }

    @Test
    void theHandlerRunsInTheContextOfWhatHasFailed() {
        run(ReportsTest::failures);
        assertThat(places).containsExactly("callback", "done callback", "from a thread", "timer", "task");
        assertThat(reported).extracting(context -> context.exception().getMessage()).isEqualTo(places);
    }

    @Test
    void theSourceIsTheHandleTheFutureOrTheTask() {
        run(ReportsTest::failures);
        assertThat(reported.get(0).source()).isInstanceOf(Handle.class);
        assertThat(reported.get(1).source()).isInstanceOf(Deferred.class);
        assertThat(reported.get(2).source()).isInstanceOf(Handle.class);
        assertThat(reported.get(3).source()).isInstanceOf(Handle.class);
        assertThat(reported.get(4).source()).isInstanceOfSatisfying(Task.class, task -> {
            assertThat(task.name()).isEqualTo("failing");
            assertThat(task.isDone()).isTrue();
            assertThat(task.exception()).isSameAs(reported.get(4).exception());
        });
    }

    @Async
    private Coroutine<Void> forgotten() {
        new Deferred<Void>().fail(new IllegalStateException("deferred"));
        createTask(failing("task"), "forgotten");
        while (reported.size() < 2) {
            System.gc(); // what nobody holds is reported when it is collected
            await(sleep(millis(1)));
        }
        return Coroutine.done();
    }

    @Test
    void alsoAFutureThatIsGarbageAlreadyIsShownAsItWas() {
        run(this::forgotten);
        assertThat(reported).extracting(context -> context.source().toString()).containsExactlyInAnyOrder(
                "<Deferred finished exception=java.lang.IllegalStateException: deferred>",
                "<Task finished name='forgotten' coro=<ReportsTest.failing() done> exception=java.lang.IllegalStateException: task>");
        assertThat(places).containsExactlyInAnyOrder("nowhere", "task");
    }
}
