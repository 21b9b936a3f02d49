package org.asyncjava.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Tests that Jupiter runs in many orders, and cancelled at each await. */
class SchedulesTest {
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private static Events run(Class<?> testClass) {
        LOG.clear();
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute().allEvents();
    }

    private static List<Throwable> failures(Events events) {
        return events.failed().stream().map(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow()).toList();
    }

    private static List<String> names(Events events) {
        return events.dynamicallyRegistered().stream().map(Event::getTestDescriptor).map(each -> each.getDisplayName()).toList();
    }

    @Async
    private static Coroutine<Void> note(List<String> log, String what) {
        await(yieldNow());
        log.add(what);
        return Coroutine.done();
    }

    /** Whose instance, set-up and tear-down are those of one run. */
    static class Fresh {
        private final List<String> log = new ArrayList<>();

        @BeforeEach
        @AsyncEntry
        void setUp() {
            await(yieldNow());
            log.add("set up");
        }

        @AsyncTest(schedules = 50)
        void eachHasItsOwn() {
            await(gather(note(log, "a"), note(log, "b")));
            assertThat(log).hasSize(3).startsWith("set up");
        }

        @AfterEach
        @AsyncEntry
        void tearDown() {
            await(yieldNow());
            LOG.add(String.join(" ", log));
        }
    }

    @Test
    void eachOrderHasAnInstanceOfItsOwn() {
        Events events = run(Fresh.class);

        assertThat(failures(events)).isEmpty();
        assertThat(LOG).hasSizeGreaterThan(5).contains("set up a b", "set up b a");
        assertThat(names(events)).contains("schedule 1 of 50", "schedule 2 of 50");
    }

    static class DependsOnTheOrder {
        @AsyncTest(schedules = 1000)
        void aIsFirst() {
            List<String> log = new ArrayList<>();
            await(gather(note(log, "a"), note(log, "b")));
            assertThat(log).containsExactly("a", "b");
        }
    }

    @Test
    void oneFailureTellsWhoRanWhen() {
        Events events = run(DependsOnTheOrder.class);

        assertThat(failures(events)).singleElement().satisfies(failure -> assertThat(failure).isInstanceOf(AssertionError.class)
                .hasMessageContaining("fails under schedule 2 of 1000").hasMessageContaining("@AsyncTest(replay = \"0/0.1\")")
                .hasMessageContaining("SchedulesTest.note (SchedulesTest.java:").hasMessageContaining(", before Task-"));
        assertThat(names(events)).startsWith("schedule 1 of 1000", "schedule 2 of 1000").endsWith("schedule 0/0.1");
    }

    static class Nested {
        @AsyncTest(cancelEverywhere = true)
        void swallows() {
            try {
                await(inner());
            } catch (CancellationException swallowed) {
                LOG.add("swallowed");
            }
        }

        @Async
        private static Coroutine<Void> inner() {
            await(yieldNow());
            return Coroutine.done();
        }
    }

    /** What is innermost in a test is often a stand-in that all use. */
    @Test
    void theCallsThatAnAwaitIsInAreNamed() {
        assertThat(failures(run(Nested.class))).singleElement().satisfies(failure -> assertThat(failure).hasMessageMatching("(?s).*cancelled at its await 1, "
                + "SchedulesTest\\$Nested.inner \\(SchedulesTest.java:\\d+\\) < SchedulesTest\\$Nested.swallows \\(SchedulesTest.java:\\d+\\).*"));
    }

    static class Replayed {
        @AsyncTest(replay = "0/0.1")
        void bIsFirst() {
            List<String> log = new ArrayList<>();
            await(gather(note(log, "a"), note(log, "b")));
            LOG.addAll(log);
            assertThat(log).containsExactly("a", "b");
        }
    }

    @Test
    void aFailureIsReplayed() {
        Events events = run(Replayed.class);

        assertThat(LOG).containsExactly("b", "a");
        assertThat(failures(events)).singleElement().satisfies(failure -> assertThat(failure).hasMessageContaining("TestLoop.replay(\"0/0.1\", ...)"));
    }

    static class FailsAnyway {
        @AsyncTest(schedules = 1000)
        void fails() {
            LOG.add("run");
            throw new IllegalStateException("as it is");
        }
    }

    @Test
    void whatFailsInAsyncioOrderFailsAsItIs() {
        Events events = run(FailsAnyway.class);

        assertThat(LOG).hasSize(1);
        assertThat(failures(events)).singleElement().isInstanceOf(IllegalStateException.class).satisfies(failure -> assertThat(failure).hasMessage("as it is"));
    }

    static class Cancelled {
        private final AsyncLock lock = new AsyncLock();

        @AsyncTest(cancelEverywhere = true)
        void keepsNothing() {
            try (var held = await(lock.hold())) {
                await(yieldNow());
                await(yieldNow());
                LOG.add("end");
            }
        }

        @AfterEach
        void isFree() {
            assertThat(lock.isLocked()).isFalse();
            LOG.add("free");
        }
    }

    @Test
    void itIsCancelledAtEachAwait() {
        Events events = run(Cancelled.class);

        assertThat(failures(events)).isEmpty();
        assertThat(LOG).containsExactly("end", "free", "free", "free", "free", "free");
        assertThat(names(events)).containsExactly("schedule 1 of 1", "schedule 1 of 1, cancelled at await 1", "schedule 1 of 1, cancelled at await 1, which is over",
                "schedule 1 of 1, cancelled at await 2", "schedule 1 of 1, cancelled at await 2, which is over");
    }

    static class KeepsTheLock {
        private final AsyncLock lock = new AsyncLock();

        @AsyncTest(cancelEverywhere = true)
        void keepsIt() {
            await(lock.acquire());
            await(yieldNow());
            lock.release();
        }
    }

    @Test
    void whatIsKeptIsNamedWithTheLine() {
        assertThat(failures(run(KeepsTheLock.class))).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("cancelled at its await 1, SchedulesTest$KeepsTheLock.keepsIt (SchedulesTest.java:")
                .hasMessageContaining("something was not given back: <AsyncLock locked>").hasMessageContaining("@AsyncTest(replay = \"0//1\")"));
    }

    static class SetUpFails {
        @BeforeEach
        void setUp() {
            LOG.add("set up");
            throw new IllegalStateException("no database");
        }

        @AsyncTest(schedules = 100)
        void isNotCalled() {
            LOG.add("test");
            await(yieldNow());
        }
    }

    @Test
    void aTestWhoseSetUpFailsIsNotCalled() {
        assertThat(failures(run(SetUpFails.class))).singleElement().satisfies(failure -> assertThat(failure).hasMessage("no database"));
        assertThat(LOG).containsExactly("set up");
    }

    static class Assumes {
        @AsyncTest(schedules = 3)
        void isAborted() {
            Assumptions.assumeTrue(false, "not here");
        }
    }

    @Test
    void anAssumptionAborts() {
        Events events = run(Assumes.class);
        assertThat(failures(events)).isEmpty();
        assertThat(events.aborted().count()).isEqualTo(1);
    }

    @RealTime
    static class InRealTime {
        @AsyncTest(schedules = 3)
        void isRefused() {
            await(yieldNow());
        }
    }

    @Test
    void ordersAreNotTriedInRealTime() {
        assertThat(failures(run(InRealTime.class))).singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("the orders of a test are tried in virtual time, not with @RealTime"));
    }

    static class LeavesATask {
        @AsyncTest(schedules = 100)
        void endsBeforeItsTask(TestLoop test) {
            createTask(note(LOG, "left"));
            await(yieldNow());
            await(yieldNow());
        }
    }

    @Test
    void aTaskThatIsLeftInOneOrderIsFound() {
        assertThat(failures(run(LeavesATask.class))).singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("not finished at the end of the test"));
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class Parallel {
        @AsyncTest(schedules = 20)
        void isRefusedOrRuns() {
            await(gather(note(LOG, "a"), note(LOG, "b")));
        }
    }

    @Test
    void whereTestsRunInParallelItIsRefusedWithTheMend() {
        Events events = EngineTestKit.engine("junit-jupiter").selectors(selectClass(Parallel.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2").execute().allEvents();

        assertThat(failures(events)).allSatisfy(failure -> assertThat(failure).hasMessageContaining("mark this one @Execution(SAME_THREAD)"));
    }
}
