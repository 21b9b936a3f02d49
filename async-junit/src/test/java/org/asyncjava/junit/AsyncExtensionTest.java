package org.asyncjava.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.asyncjava.Async;
import org.asyncjava.AsyncEntry;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Tests that await, run by Jupiter. */
class AsyncExtensionTest {
    private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private static Events tests(Class<?> testClass) {
        LOG.clear();
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute().testEvents();
    }

    private static void assertSucceeding(Class<?> testClass, int count) {
        Events tests = tests(testClass);
        assertThat(failures(tests)).isEmpty();
        tests.assertStatistics(events -> events.started(count).succeeded(count));
    }

    private static List<Throwable> failures(Events events) {
        return events.failed().stream().map(AsyncExtensionTest::failure).toList();
    }

    private static Throwable failure(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
    }

    private static Throwable onlyFailure(Class<?> testClass) {
        List<Throwable> failures = failures(tests(testClass));
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    /** What sets it up, the test and what clears up share a loop and its clock. */
    @ExtendWith(AsyncExtension.class)
    static class Sharing {
        private EventLoop loop;
        private Task<String> ticking;

        @BeforeEach
        @AsyncEntry
        void begins() {
            await(sleep(Duration.ofHours(1)));
            loop = currentLoop();
            ticking = createTask(answersAfter(Duration.ofHours(2)));
        }

        @AsyncTest
        void goesOn(TestLoop test, TestInfo info) {
            assertThat(currentLoop()).isSameAs(loop).isSameAs(test.loop());
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
            assertThat(info.getTestMethod().orElseThrow().getName()).isEqualTo("goesOn");
            await(sleep(Duration.ofHours(1)));
            assertThat(ticking.isDone()).isFalse();
        }

        @AfterEach
        @AsyncEntry
        void ends(TestLoop test) {
            assertThat(await(ticking)).isEqualTo("answer");
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(3));
            assertThat(currentLoop()).isSameAs(loop);
        }
    }

    @Async
    private static Coroutine<String> answersAfter(Duration time) {
        await(sleep(time));
        return Coroutine.of("answer");
    }

    @Test
    void setUpTestAndTearDownShareALoop() {
        assertSucceeding(Sharing.class, 1);
    }

    @ExtendWith(AsyncExtension.class)
    static class OfAllKinds {
        private static EventLoop ofClass;
        private final List<EventLoop> ofTest = new ArrayList<>();

        @BeforeAll
        @AsyncEntry
        static void beforeAll() {
            await(sleep(Duration.ofHours(1)));
            ofClass = currentLoop();
        }

        @BeforeEach
        @AsyncEntry
        void before() {
            ofTest.add(currentLoop());
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        @AsyncEntry
        void parameterized(String value) {
            await(sleep(Duration.ofHours(1)));
            LOG.add("parameterized " + value);
            ofTest.add(currentLoop());
        }

        @RepeatedTest(2)
        @AsyncEntry
        void repeated(TestLoop test) {
            await(sleep(Duration.ofHours(1)));
            LOG.add("repeated " + test.elapsed());
            ofTest.add(currentLoop());
        }

        @Test
        @AsyncEntry
        void plain() {
            await(sleep(Duration.ofHours(1)));
            LOG.add("plain");
        }

        @AsyncTest
        @DisplayName("an hour passes")
        void ours() {
            await(sleep(Duration.ofHours(1)));
            LOG.add("ours");
        }

        @TestFactory
        @AsyncEntry
        Stream<DynamicTest> dynamic() {
            await(sleep(Duration.ofHours(1)));
            ofTest.add(currentLoop());
            return Stream.of("x", "y").map(name -> DynamicTest.dynamicTest(name, () -> step(name)));
        }

        @AsyncEntry
        private void step(String name) {
            await(sleep(Duration.ofHours(1)));
            LOG.add("dynamic " + name);
            ofTest.add(currentLoop());
        }

        @AfterEach
        @AsyncEntry
        void after() {
            assertThat(ofTest).containsOnly(currentLoop()).doesNotContain(ofClass);
        }

        @AfterAll
        @AsyncEntry
        static void afterAll(TestLoop test) {
            assertThat(currentLoop()).isSameAs(ofClass).isSameAs(test.loop());
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }

        @Nested
        class Inner {
            @BeforeEach
            @AsyncEntry
            void before() {
                ofTest.add(currentLoop());
            }

            @AsyncTest
            void nested() {
                await(sleep(Duration.ofHours(1)));
                LOG.add("nested");
                assertThat(ofTest).hasSize(2).containsOnly(currentLoop());
            }
        }
    }

    @Test
    void everyKindOfTestAwaits() {
        assertSucceeding(OfAllKinds.class, 9);
        assertThat(LOG).containsExactlyInAnyOrder("parameterized a", "parameterized b", "repeated PT1H", "repeated PT1H", "plain", "ours", "dynamic x",
                "dynamic y", "nested");
    }

    @Test
    void anAsyncTestIsCalledAsItsMethodIs() {
        assertThat(tests(OfAllKinds.class).started().stream().map(started -> started.getTestDescriptor().getDisplayName())).contains("an hour passes");
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @ExtendWith(AsyncExtension.class)
    static class OneInstance {
        private EventLoop ofClass;

        @BeforeAll
        @AsyncEntry
        void beforeAll() {
            ofClass = currentLoop();
        }

        @AsyncTest
        void one() {
            assertThat(currentLoop()).isNotSameAs(ofClass);
        }

        @AsyncTest
        void two() {
            assertThat(currentLoop()).isNotSameAs(ofClass);
        }

        @AfterAll
        @AsyncEntry
        void afterAll() {
            assertThat(currentLoop()).isSameAs(ofClass);
        }
    }

    @Test
    void anInstanceForAllTestsHasALoopForEach() {
        assertSucceeding(OneInstance.class, 2);
    }

    /** The class does not name the extension, the methods do. */
    static class ByTheMethodAlone {
        @AsyncTest
        void works(TestLoop test) {
            await(sleep(Duration.ofHours(1)));
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void anAsyncTestNeedsNothingOfItsClass() {
        assertSucceeding(ByTheMethodAlone.class, 1);
    }

    static class Throwing {
        @AsyncTest
        void fails() {
            await(sleep(Duration.ofHours(1)));
            throw new IllegalStateException("as it is");
        }
    }

    @Test
    void aFailureIsThrownAsItIs() {
        assertThat(onlyFailure(Throwing.class)).isExactlyInstanceOf(IllegalStateException.class).hasMessage("as it is").hasNoSuppressedExceptions();
    }

    static class LeavingATask {
        @AsyncTest
        void leaves() {
            createTask(answersAfter(Duration.ofHours(1)));
            await(sleep(Duration.ofMinutes(1)));
        }
    }

    @Test
    void aTaskThatIsLeftOverFailsTheTestWithThePlaceWhereItStands() {
        Throwable failure = onlyFailure(LeavingATask.class);
        assertThat(failure).isExactlyInstanceOf(AssertionError.class)
                .hasMessageStartingWith("not finished at the end of the test:\n  <Task pending name='Task-2'");
        assertThat(failure.getSuppressed()).singleElement().satisfies(standing -> {
            assertThat(standing).hasMessageStartingWith("<Task pending name='Task-2'").hasMessageEndingWith(" stands");
            assertThat(standing.getStackTrace()).extracting(StackTraceElement::getMethodName).contains("answersAfter");
        });
    }

    static class LosingAFailure {
        @AsyncTest
        void loses() {
            currentLoop().callSoon(() -> {
                throw new IllegalStateException("lost");
            });
            await(sleep(Duration.ofHours(1)));
        }
    }

    @Test
    void aFailureThatNobodyCaughtFailsTheTest() {
        Throwable failure = onlyFailure(LosingAFailure.class);
        assertThat(failure).isExactlyInstanceOf(AssertionError.class).hasMessageStartingWith("failures that nobody caught: ");
        assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("lost");
    }

    static class ForgettingACoroutine {
        @AsyncTest
        void forgets() {
            Coroutine<String> forgotten = answersAfter(Duration.ofHours(1));
            assertThat(forgotten).isNotNull();
            await(answersAfter(Duration.ofHours(1)));
            assertThat(sleep(Duration.ofHours(1))).isNotNull();
        }
    }

    @Test
    void coroutinesThatNobodyAwaitedFailTheTest() {
        Throwable failure = onlyFailure(ForgettingACoroutine.class);
        String[] lines = failure.getMessage().split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).matches("coroutine 'AsyncExtensionTest.answersAfter' was never awaited, created at"
                + " .*ForgettingACoroutine.forgets\\(AsyncExtensionTest.java:\\d+\\)");
        assertThat(lines[1]).matches("coroutine 'Coroutines.sleep' was never awaited, created at"
                + " .*ForgettingACoroutine.forgets\\(AsyncExtensionTest.java:\\d+\\)");
        assertThat(failure.getSuppressed()).hasSize(2)
                .allSatisfy(place -> assertThat(place.getStackTrace()[0].getMethodName()).isEqualTo("forgets"));
    }

    @ExtendWith(AsyncExtension.class)
    static class LeavingMore {
        @AfterEach
        @AsyncEntry
        void leaves() {
            createTask(sleep(Duration.ofHours(1)));
        }

        @AsyncTest
        void fails() {
            throw new IllegalStateException("first");
        }
    }

    @Test
    void whatTheTestThrowsComesFirst() {
        Throwable failure = onlyFailure(LeavingMore.class);
        assertThat(failure).hasMessage("first");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0]).hasMessageStartingWith("not finished at the end of the test");
    }

    @ExtendWith(AsyncExtension.class)
    static class LeavingFromTheClass {
        @BeforeAll
        @AsyncEntry
        static void leaves() {
            createTask(sleep(Duration.ofHours(1)));
        }

        @AsyncTest
        void succeeds() {
            await(sleep(Duration.ofHours(1)));
        }
    }

    @Test
    void whatTheSetUpOfTheClassLeavesFailsTheClass() {
        Events containers = EngineTestKit.engine("junit-jupiter").selectors(selectClass(LeavingFromTheClass.class)).execute().containerEvents();
        assertThat(failures(containers)).singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageStartingWith("not finished at the end of the test"));
    }

    static class TakingTooLong {
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        @AsyncTest
        void waits() {
            try {
                await(new Deferred<>());
            } finally {
                LOG.add("cleaned up");
            }
        }
    }

    @Test
    void aTestWhoseTimeIsUpIsCancelled() {
        Throwable failure = onlyFailure(TakingTooLong.class);
        assertThat(failure).isInstanceOf(TimeoutException.class);
        assertThat(LOG).containsExactly("cleaned up");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    static class LeavingItsThreadInterrupted {
        @AsyncTest
        void interrupts() {
            await(sleep(Duration.ofHours(1)));
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aThreadThatTheTestLeavesInterruptedDoesNotKeepItsLoopFromEnding() {
        try {
            assertSucceeding(LeavingItsThreadInterrupted.class, 1);
        } finally {
            Thread.interrupted();
        }
    }

    @RealTime
    static class InRealTime {
        @AsyncTest
        void sleeps(TestLoop test) {
            long before = System.nanoTime();
            await(sleep(Duration.ofMillis(2)));
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(2_000_000);
            assertThatThrownBy(() -> test.advanceBy(Duration.ofHours(1))).isInstanceOf(IllegalStateException.class)
                    .hasMessage("the time of this loop is real: it passes by itself, in run()");
        }

        @Nested
        class Inner {
            @AsyncTest
            void isSoHereToo(TestLoop test) {
                assertThatThrownBy(() -> test.advanceBy(Duration.ofHours(1))).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    static class OneInRealTime {
        @RealTime
        @AsyncTest
        void inReal(TestLoop test) {
            assertThatThrownBy(() -> test.advanceBy(Duration.ofHours(1))).isInstanceOf(IllegalStateException.class);
        }

        @AsyncTest
        void inVirtual() {
            await(sleep(Duration.ofHours(1)));
        }
    }

    @Test
    void timeIsRealWhereThatIsSaid() {
        assertSucceeding(InRealTime.class, 2);
        assertSucceeding(OneInRealTime.class, 2);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(AsyncExtension.class)
    static class Concurrent {
        private EventLoop loop;

        @BeforeEach
        @AsyncEntry
        void before() {
            loop = currentLoop();
        }

        @RepeatedTest(40)
        @AsyncEntry
        void hasALoopOfItsOwn(TestLoop test) {
            await(sleep(Duration.ofHours(1)));
            assertThat(currentLoop()).isSameAs(loop);
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void testsThatRunInParallelDoNotMindEachOther() {
        Events tests = EngineTestKit.engine("junit-jupiter").selectors(selectClass(Concurrent.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute().testEvents();
        assertThat(failures(tests)).isEmpty();
        tests.assertStatistics(events -> events.succeeded(40));
    }

    static class WithAForeignParameter {
        @AsyncTest
        void wants(StringBuilder parameter) {
            LOG.add("must not run");
        }
    }

    @Test
    void otherParametersAreForOtherExtensions() {
        assertThat(onlyFailure(WithAForeignParameter.class)).hasMessageContaining("No ParameterResolver registered for parameter");
        assertThat(LOG).isEmpty();
    }
}
