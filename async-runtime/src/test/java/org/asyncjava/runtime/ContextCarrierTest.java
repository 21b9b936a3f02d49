package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.carrier.TenantCarrier.TENANT;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.asyncjava.Async;
import org.asyncjava.runtime.carrier.BrokenCarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** SLF4J's MDC, with Logback behind it, and a thread-local of a program's own. */
@EnabledIfSystemProperty(named = "asyncjava.test.carriers", matches = "present", disabledReason = "runs in the build's execution with-carriers")
@DisplayName("HARD_CASES 78: MDC bridging, thread-locals, what is left on threads")
class ContextCarrierTest {
    private final Log log = new Log();

    @AfterEach
    void clear() {
        MDC.clear();
        TENANT.remove();
        BrokenCarrier.failure = null;
    }

    @Test
    void eachTaskHasItsOwnMdcAlsoWhereTheyTakeTurns() {
        Logger logger = (Logger) LoggerFactory.getLogger("requests");
        logger.setAdditive(false);
        ListAppender<ILoggingEvent> appender = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // reads the MDC
                super.append(event);
            }
        };
        appender.start();
        logger.addAppender(appender);
        MDC.put("server", "s1");
        run(coroutine(() -> Coroutine.of(await(Coroutines.gather(request("a", logger), request("b", logger))))));
        assertThat(appender.list).extracting(event -> event.getFormattedMessage() + " " + event.getMDCPropertyMap().get("id") + " "
                + event.getMDCPropertyMap().get("server")).containsExactly("begin a s1", "begin b s1", "end a s1", "end b s1");
        assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("server");
    }

    @Async
    private static Coroutine<Object> request(String id, Logger logger) {
        MDC.put("id", id);
        logger.warn("begin");
        await(yieldNow());
        logger.warn("end");
        return Coroutine.of(null);
    }

    @Test
    void aTaskStartsWithWhatItsMakerHasAndKeepsWhatItSetsToItself() {
        run(coroutine(() -> {
            TENANT.set("main");
            Task<Object> child = createTask(coroutine(() -> {
                log.add(TENANT.get());
                TENANT.set("child");
                await(yieldNow());
                return log.ending(TENANT.get());
            }));
            TENANT.set("later");
            await(child);
            return log.ending(TENANT.get());
        }));
        assertThat(log.entries()).containsExactly("main", "child", "later");
        assertThat(TENANT.get()).isNull();
    }

    @Test
    void aHotMethodFindsItsMdcOnTheThreadWhereItGoesOnAndLeavesNoneThere() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Object> gate = new CompletableFuture<>();
            CompletableFuture<Object> second = new CompletableFuture<>();
            MDC.put("id", "7");
            CompletableFuture<Object> result = HotScript.call((number, received) -> {
                if (number == 0) {
                    return HotScript.await(gate);
                }
                if (number == 1) {
                    MDC.put("step", "1");
                    return HotScript.await(second);
                }
                return MDC.get("id") + " " + MDC.get("step");
            });
            MDC.put("id", "8");
            other.submit(() -> gate.complete(null)).get();
            assertThat(other.submit(MDC::getCopyOfContextMap).get()).isNullOrEmpty();
            second.complete(null);
            assertThat(result.get()).isEqualTo("7 1");
            assertThat(MDC.getCopyOfContextMap()).containsEntry("id", "8").doesNotContainKey("step");
        } finally {
            other.shutdown();
        }
    }

    @Test
    void threadsOfAPoolKeepWhatTheyHadHoweverManyMethodsPassThroughThem() throws Exception { // thread-local leak check
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(() -> TENANT.set("the pool's own")).get();
            for (int i = 0; i < 100; i++) {
                String tenant = "tenant " + i;
                CompletableFuture<Object> gate = new CompletableFuture<>();
                TENANT.set(tenant);
                CompletableFuture<Object> result = Dispatcher.call(pool, () -> HotScript.call((number, received) ->
                        number == 0 ? HotScript.await(gate) : TENANT.get()));
                gate.complete(null);
                assertThat(result.get()).isEqualTo(tenant);
            }
            assertThat(pool.submit(TENANT::get).get()).isEqualTo("the pool's own");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aCoroutineWithinAHotMethodChangesTheMethodsOwn() {
        CompletableFuture<Object> first = new CompletableFuture<>();
        CompletableFuture<Object> second = new CompletableFuture<>();
        Coroutine<Object> inner = coroutine(() -> {
            await(first);
            TENANT.set("inner");
            return Coroutine.of(await(second));
        });
        CompletableFuture<Object> result = HotScript.call((number, received) -> number == 0 ? HotScript.await(inner) : TENANT.get());
        first.complete(null);
        assertThat(TENANT.get()).isNull();
        second.complete(null);
        assertThat(result).isCompletedWithValue("inner");
    }

    @Test
    void callbacksGetWhatTheirRegistrantHad() {
        run(coroutine(() -> {
            TENANT.set("main");
            Coroutines.currentLoop().callSoon(() -> log.add(TENANT.get()));
            TENANT.set("later");
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("main");
    }

    @Test
    void variablesAndCarriersGoTogether() {
        ContextVar<String> user = new ContextVar<>("user");
        new Context().run(() -> {
            user.set("ann");
            TENANT.set("a");
        });
        assertThat(TENANT.get()).isNull();
        run(coroutine(() -> {
            user.set("ann");
            TENANT.set("a");
            await(yieldNow());
            return log.ending(user.get() + " " + TENANT.get());
        }));
        assertThat(log.entries()).containsExactly("ann a");
    }

    /** Within one step of a loop the host handles events, and so steps of the same loop, as in a modal dialog. */
    @Test
    void dialogsWithinTheStepsOfALoopInterruptNobodysOwn() {
        TENANT.set("host");
        try (EventHost host = new EventHost()) {
            EventLoop loop = EventLoop.hosted(host);
            Task<Void> interrupted = createTask(opensADialogAs("outer", host, () -> {
                loop.callSoon(() -> log.add("callback of " + TENANT.get()));
                Task<Void> inner = createTask(opensADialogAs("inner", host, () -> createTask(takesTurnsAs("innermost"))));
                host.execute(() -> log.add("event within " + TENANT.get()));
                return inner;
            }));
            host.runUntil(interrupted::isDone);
            assertThat(log.entries()).containsExactly("callback of outer", "inner started by outer", "event within inner",
                    "innermost started by inner", "innermost", "inner", "inner", "outer", "outer");
        }
        assertThat(TENANT.get()).isEqualTo("host");
    }

    /** Looks at its own after the dialog, and once more in another step. */
    @Async
    private Coroutine<Void> opensADialogAs(String tenant, EventHost host, Supplier<Task<Void>> closing) {
        takeOver(tenant);
        host.runUntil(closing.get()::isDone);
        log.add(TENANT.get());
        await(yieldNow());
        log.add(TENANT.get());
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> takesTurnsAs(String tenant) {
        takeOver(tenant);
        await(yieldNow());
        log.add(TENANT.get());
        return Coroutine.done();
    }

    private void takeOver(String tenant) {
        if (!TENANT.get().equals("host")) {
            log.add(tenant + " started by " + TENANT.get());
        }
        TENANT.set(tenant);
    }

    @Test
    void aCarrierThatThrowsIsReportedAndPassedOver() {
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, failure) -> log.add(failure.getMessage()));
        try {
            BrokenCarrier.failure = new IllegalStateException("broken");
            TENANT.set("main");
            Object seen = run(coroutine(() -> {
                await(yieldNow());
                return Coroutine.of(TENANT.get());
            }));
            assertThat(seen).isEqualTo("main");
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
        assertThat(log.entries()).isNotEmpty().allMatch(List.of("broken")::contains);
    }
}
