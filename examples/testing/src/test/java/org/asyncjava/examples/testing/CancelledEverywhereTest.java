package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.testing.TestingPage.failureOf;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.asyncjava.Async;
import org.asyncjava.Await;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** Mistakes that show when somebody is cancelled, or fails. */
class CancelledEverywhereTest {
    static class Pool {
        private final AsyncSemaphore permits = new AsyncSemaphore(2);

        @Async
        Coroutine<String> query(String sql) {
            await(permits.acquire());
            String connection = await(connect());          // and whoever is cancelled here keeps the permit
            try {
                return Coroutine.of(connection + ": " + sql);
            } finally {
                permits.release();
            }
        }

        @Async
        Coroutine<String> queryOrNothing(String sql) {
            await(permits.acquire());
            try {
                return Coroutine.of(await(connect()) + ": " + sql);
            } finally {
                permits.release();
            }
        }

        @Async
        private Coroutine<String> connect() {
            await(yieldNow());
            return Coroutine.of("1");
        }
    }

    static class KeptPermit {
        @AsyncTest(cancelEverywhere = true)
        void queries() {
            assertEquals("1: select", await(new Pool().query("select")));
        }
    }

    @Test
    void aPermitThatIsKept() {
        assertThat(failureOf(KeptPermit.class)).satisfies(TestingPage::shows);
    }

    @AsyncTest(schedules = 100, cancelEverywhere = true)
    void nothingIsKeptInAnyOrder() {
        Pool pool = new Pool();
        Task<String> other = createTask(pool.queryOrNothing("insert"));
        try {
            await(pool.queryOrNothing("select"));
        } finally {
            await(other);
        }
    }

    @Test
    void inAnyFramework() {
        Pool pool = new Pool();
        TestLoop.cancelAtEachAwait(test -> {
            await(pool.queryOrNothing("select"));
            return Coroutine.done();
        }, () -> assertEquals(2, pool.permits.availablePermits()));
    }

    @Async
    private static Coroutine<String> orDefault(Coroutine<String> answer) {
        try {
            return Coroutine.of(Await.await(answer, IOException.class));
        } catch (IOException gone) {
            return Coroutine.of("nothing");
        }
    }

    @Test
    void failedAtEachAwait() {
        TestLoop.failAtEachAwait(() -> new IOException("connection reset"), test -> {
            assertThat(await(orDefault(new Pool().connect()))).isIn("1", "nothing");
            return Coroutine.done();
        }, () -> { });
    }
}
