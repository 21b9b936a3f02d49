package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.asCompleted;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.timeoutAt;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.withTimeout;

import java.time.Duration;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncSupplier;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** Who reads a log has no more than the message of an exception: it says which limit was reached, and what did not end within it. */
class TimeoutMessageTest {
    private static final String LINE = " \\(TimeoutMessageTest\\.java:\\d+\\)";
    private String message;

    @Async
    private Coroutine<String> fetch() {
        await(sleep(Duration.ofHours(1)));
        return Coroutine.of("never");
    }

    private <T> void runs(AsyncSupplier<T> work) {
        Virtual.run(() -> {
            try {
                await(work.get());
            } catch (AsyncTimeoutException timedOut) {
                message = timedOut.getMessage();
            }
            return Coroutine.done();
        });
    }

    @Test
    void ofACoroutine() {
        runs(() -> waitFor(fetch(), Duration.ofSeconds(2)));
        assertThat(message).matches("TimeoutMessageTest\\.fetch" + LINE + " did not end within 2s");
    }

    @Test
    void ofATaskAndALimitOfSeveralUnits() {
        runs(() -> {
            Task<String> task = createTask(fetch(), "loading");
            await(sleep(millis(1)));
            return waitFor(task, Duration.ofMillis(90_500));
        });
        assertThat(message).matches("the task 'loading' in TimeoutMessageTest\\.fetch" + LINE + " did not end within 1m30\\.5s");
    }

    @Test
    void ofWhatSomebodySetsLater() {
        runs(() -> waitFor(new Deferred<String>(currentLoop()), millis(20)));
        assertThat(message).isEqualTo("<Deferred pending> did not end within 0.02s");
    }

    @Test
    void ofSeveralTogether() {
        runs(() -> waitFor(org.asyncjava.runtime.Coroutines.gather(fetch(), fetch()), millis(20)));
        assertThat(message).isEqualTo("<Deferred pending> did not end within 0.02s");
    }

    @Test
    void ofCodeByTheLineWhereItStood() {
        runs(() -> withTimeout(Duration.ofSeconds(3), t -> {
            await(sleep(Duration.ofSeconds(1)));
            await(fetch());
            return Coroutine.done();
        }));
        assertThat(message).matches("TimeoutMessageTest\\..*" + LINE + " did not end within 3s");
    }

    @Test
    void ofAnotherLimitThanTheFirst() {
        runs(() -> withTimeout(Duration.ofSeconds(3), t -> {
            t.reschedule(Duration.ofMinutes(5));
            return fetch();
        }));
        assertThat(message).matches("TimeoutMessageTest\\.fetch" + LINE + " did not end within 5m");
    }

    @Test
    void ofAMoment() {
        runs(() -> timeoutAt(currentLoop().time() + Duration.ofSeconds(4).toNanos(), t -> fetch()));
        assertThat(message).matches("TimeoutMessageTest\\.fetch" + LINE + " did not end within 4s");
    }

    @Test
    void ofNoTimeAtAll() {
        runs(() -> waitFor(fetch(), Duration.ZERO));
        assertThat(message).isEqualTo("TimeoutMessageTest.fetch did not end within 0s");
    }

    @Test
    void ofSomeOfSeveral() {
        runs(() -> {
            List<Coroutine<String>> five = List.of(sleep(millis(1), "early"), fetch(), fetch(), fetch(), fetch());
            for (Coroutine<String> next : asCompleted(five, Duration.ofSeconds(1))) {
                await(next);
            }
            return Coroutine.done();
        });
        assertThat(message).matches("4 of 5 did not end within 1s: (the task 'Task-\\d+' in TimeoutMessageTest\\.fetch" + LINE + ", ){3}\\.\\.\\.");
    }
}
