package org.asyncjava.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the engine makes of classes with tests. */
class AsyncTestEngineTest {
    private static final List<String> LOG = new ArrayList<>();

    private static EngineExecutionResults run(DiscoverySelector selector) {
        LOG.clear();
        return EngineTestKit.engine("async-junit").selectors(selector).execute();
    }

    static class Passing {
        private final List<String> fresh = new ArrayList<>();

        @BeforeAll
        static void beforeAll() {
            LOG.add("before all");
        }

        @BeforeEach
        Coroutine<Void> before() {
            fresh.add("before");
            return Coroutines.sleep(Duration.ofNanos(1));
        }

        @AsyncTest
        @DisplayName("an hour passes")
        @Tag("slow")
        Coroutine<Void> sleeps() {
            LOG.add("test " + fresh);
            return Coroutines.sleep(Duration.ofHours(1));
        }

        @AsyncTest
        Coroutine<Object> getsItsLoop(TestLoop loop) {
            LOG.add("test " + fresh + " " + loop.elapsed().toHours());
            return Coroutine.of(null);
        }

        @AsyncTest(time = AsyncTest.Time.REAL)
        Coroutine<Void> takesRealTime() {
            return Coroutines.sleep(Duration.ofMillis(1));
        }

        @AfterEach
        void after() {
            LOG.add("after");
        }

        @AfterAll
        static void afterAll() {
            LOG.add("after all");
        }
    }

    @Test
    void testsRunEachWithAnObjectOfItsOwnBetweenWhatComesBeforeAndAfter() {
        run(selectClass(Passing.class)).tests().assertStatistics(events -> events.started(3).succeeded(3).failed(0));
        assertThat(LOG).startsWith("before all").endsWith("after all").contains("test [before]", "test [before] 0");
        assertThat(LOG.stream().filter("after"::equals)).hasSize(3);
    }

    @Test
    void aTestIsFoundByItsMethodItsIdAndItsPackage() throws Exception {
        EngineExecutionResults byMethod = run(selectMethod(Passing.class, Passing.class.getDeclaredMethod("sleeps")));
        byMethod.tests().assertStatistics(events -> events.started(1).succeeded(1));
        Event started = byMethod.tests().started().list().get(0);
        assertThat(started.getTestDescriptor().getDisplayName()).isEqualTo("an hour passes");
        assertThat(started.getTestDescriptor().getTags()).extracting("name").containsExactly("slow");
        run(selectUniqueId(started.getTestDescriptor().getUniqueId())).tests().assertStatistics(events -> events.started(1).succeeded(1));
        run(selectPackage("org.asyncjava.junit")).tests().assertStatistics(events -> events.started(11));
    }

    static class Failing {
        @AsyncTest
        Coroutine<Void> fails() {
            return Coroutine.failed(new IllegalStateException("failed"));
        }

        @AsyncTest
        Coroutine<Void> throwsAtOnce() {
            throw new IllegalArgumentException("thrown");
        }

        @AsyncTest
        Coroutine<Void> leavesATask(TestLoop test) {
            test.start(Coroutines.sleep(Duration.ofHours(1)));
            return Coroutine.done();
        }

        @AsyncTest
        Coroutine<Void> returnsNull() {
            return null;
        }

        @AsyncTest(timeoutSeconds = 1)
        Awaitable<Object> takesTooLong(TestLoop test) {
            return new Deferred<>(test.loop());
        }

        @AsyncTest
        void returnsNothing() {
            LOG.add("must not run");
        }

        @AsyncTest
        static Coroutine<Void> isStatic() {
            return Coroutine.done();
        }

        @AsyncTest
        Coroutine<Void> wantsMore(String parameter) {
            return Coroutine.done();
        }
    }

    @Test
    void eachFailureSaysWhatItIs() {
        EngineExecutionResults results = run(selectClass(Failing.class));
        results.tests().assertStatistics(events -> events.started(8).failed(8));
        assertThat(results.tests().failed().stream().map(AsyncTestEngineTest::message)).satisfiesExactlyInAnyOrder(
                message -> assertThat(message).isEqualTo("failed"),
                message -> assertThat(message).isEqualTo("thrown"),
                message -> assertThat(message).startsWith("not finished at the end of the test:\n  <Task pending name='Task-1'"),
                message -> assertThat(message).isEqualTo("@AsyncTest method returnsNull returned null"),
                message -> assertThat(message).isEqualTo("the test took longer than 1 s"),
                message -> assertThat(message).contains("returnsNothing must return a Coroutine, not void"),
                message -> assertThat(message).contains("isStatic must be neither static nor private"),
                message -> assertThat(message).contains("wantsMore may have no parameter but a TestLoop"));
        assertThat(LOG).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow().getMessage();
    }

    static class Skipped {
        @Disabled("shows that it is skipped")
        @AsyncTest
        Coroutine<Void> one() {
            return Coroutine.done();
        }
    }

    @Test
    void whatIsDisabledIsSkipped() {
        run(selectClass(Skipped.class)).tests().assertStatistics(events -> events.skipped(1).started(0));
    }
}
