package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log whose handlers throw, and exception handlers that do, disturb neither the loop nor the tasks; the report is not lost. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileLogTest {
    private final Logger logger = Logger.getLogger("org.asyncjava");
    private final PrintStream errorOutput = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Log log = new Log();
    private final Handler fullDisk = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void breakTheLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(fullDisk);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void mendTheLog() {
        System.setErr(errorOutput);
        logger.removeHandler(fullDisk);
        logger.setUseParentHandlers(true);
    }

    private String errorOutput() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFailingCallbackRunsOnceAndTheLoopGoesOn() {
        Object answer = run(coroutine(() -> {
            createTask(coroutine(() -> {
                Throwable failure = await(failureOf(sleep(Duration.ofDays(1))));
                log.cancelled("other", failure);
                return Coroutine.of(null);
            }));
            Coroutines.currentLoop().callSoon(() -> {
                log.add("callback");
                throw new IllegalStateException("of the callback");
            });
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of("answer");
        }));
        assertThat(answer).isEqualTo("answer");
        assertThat(log.entries()).containsExactly("callback", "other null");
        assertThat(errorOutput()).contains("Exception in callback", "of the callback", "disk full");
    }

    @Test
    void aFailingExceptionHandlerIsReportedWithTheFailure() {
        try (EventLoop loop = new EventLoop()) {
            loop.setExceptionHandler((where, context) -> {
                throw new IllegalArgumentException("of the handler");
            });
            loop.callSoon(() -> {
                throw new IllegalStateException("of the callback");
            });
            loop.callSoon(log.adding("next"));
            loop.callSoon(loop::stop);
            loop.runForever();
        }
        assertThat(log.entries()).containsExactly("next");
        assertThat(errorOutput()).contains("of the callback", "of the handler");
    }

    @Test
    void aSlowCallbackIsReportedAndItsOwnFailureToo() {
        Runnable nameless = new Runnable() {
            @Override
            public void run() {
                throw new IllegalStateException("of the callback");
            }

            @Override
            public String toString() {
                throw new UnsupportedOperationException("no text");
            }
        };
        try (EventLoop loop = new EventLoop()) {
            loop.setSlowCallbackDuration(Duration.ZERO);
            loop.setDebug(true);
            loop.execute(nameless);
            loop.execute(loop::stop);
            loop.runForever();
        }
        assertThat(errorOutput()).contains("Executing <" + nameless.getClass().getName() + "@", "of the callback");
    }

    @Test
    void aFailureNobodyCanReceiveIsReportedByTheThread() throws InterruptedException {
        Thread thread = new Thread(() -> HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(new CompletableFuture<>());
            }
            throw new IllegalStateException("dropped");
        }).complete("from outside"));
        thread.setUncaughtExceptionHandler((where, failure) -> {
            throw new IllegalArgumentException("of the thread's handler");
        });
        thread.start();
        thread.join();
        assertThat(errorOutput()).contains("dropped", "of the thread's handler");
    }
}
