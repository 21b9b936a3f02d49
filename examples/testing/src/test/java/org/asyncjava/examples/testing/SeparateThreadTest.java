package org.asyncjava.examples.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.asyncjava.AsyncEntry;
import org.asyncjava.junit.AsyncExtension;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.Deferred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A test that awaits what never comes, with a limit on a thread of its own: it is cancelled before what clears up begins. */
class SeparateThreadTest {
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    @ExtendWith(AsyncExtension.class)
    static class Waiting {
        @Timeout(value = 50, unit = MILLISECONDS, threadMode = SEPARATE_THREAD)
        @AsyncTest
        void forever() {
            try {
                await(new Deferred<>());
            } finally {
                LOG.add("cancelled");
            }
        }

        @AfterEach
        @AsyncEntry
        void clearsUp() {
            LOG.add("cleared up");
        }
    }

    @Test
    void theLoopIsItsTillItHasEnded() {
        Events tests = EngineTestKit.engine("junit-jupiter").selectors(selectClass(Waiting.class)).execute().testEvents();
        Throwable failure = tests.failed().list().get(0).getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
        assertThat(failure).isInstanceOf(TimeoutException.class).hasNoSuppressedExceptions();
        assertThat(LOG).containsExactly("cancelled", "cleared up");
    }
}
