package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.currentLoop;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What JMX tells of loops. There may be loops of other tests that nothing has closed yet: each test looks at its own. */
class LoopsMXBeanTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @AfterEach
    void takeBack() {
        LoopsRegistration.unregister();
    }

    /** A loop that runs on a thread of its own, with a task and a method that wait, until it is let go. */
    private static final class Waiting implements AutoCloseable {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Thread thread;
        private EventLoop loop;

        Waiting(String name) throws InterruptedException {
            thread = new Thread(() -> Coroutines.run(program()), name);
            thread.start();
            begun.await();
        }

        @Async
        private Coroutine<Void> program() {
            loop = currentLoop();
            CompletableFuture<Void> method = method();
            loop.callSoon(begun::countDown);
            await(method);
            return Coroutine.done();
        }

        @Async
        private CompletableFuture<Void> method() {
            await(end);
            return CompletableFuture.completedFuture(null);
        }

        /** Keeps the loop in a step until the returned one is counted down. */
        CountDownLatch block() throws InterruptedException {
            CountDownLatch blocked = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            loop.callSoonThreadsafe(() -> {
                blocked.countDown();
                blockUntil(release);
            });
            blocked.await();
            return release;
        }

        private static void blockUntil(CountDownLatch release) {
            try {
                release.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }

        @Override
        public void close() throws InterruptedException {
            end.complete(null);
            thread.join();
        }
    }

    private static CompositeData loopOn(String thread, MBeanServerConnection server) throws Exception {
        CompositeData[] loops = (CompositeData[]) server.getAttribute(new ObjectName(LoopsMXBean.NAME), "Loops");
        return Arrays.stream(loops).filter(loop -> loop.get("thread").equals(thread)).findFirst().orElseThrow();
    }

    @Test
    void whoeverConnectsReadsTheLoopsAsOpenTypes() throws Exception {
        assertThat(LoopsRegistration.register()).isEqualTo("org.asyncjava:type=Loops");
        JMXConnectorServer remote = JMXConnectorServerFactory.newJMXConnectorServer(new JMXServiceURL("service:jmx:rmi://"), null, SERVER);
        remote.start();
        try (Waiting program = new Waiting("watched"); JMXConnector connector = JMXConnectorFactory.connect(remote.getAddress())) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            ObjectName name = new ObjectName(LoopsMXBean.NAME);
            CompositeData loop = loopOn("watched", server);

            assertThat(loop.getCompositeType().keySet()).containsExactly("kind", "lagNanos", "methodCount", "number", "state", "taskCount", "tasksMade", "thread");
            assertThat(loop.getAll(new String[] {"kind", "state", "taskCount", "tasksMade", "methodCount"})).containsExactly("loop", "waiting", 1, 1, 1);
            assertThat((long) loop.get("lagNanos")).isPositive();
            assertThat((int) server.getAttribute(name, "LoopCount")).isPositive();
            assertThat((int) server.getAttribute(name, "TaskCount")).isPositive();
            assertThat((int) server.getAttribute(name, "MethodCount")).isPositive();
            assertThat((String) server.invoke(name, "dump", null, null)).contains("on thread \"watched\": waiting, 2 tasks and methods\n");
            assertThat((String) server.invoke(name, "dumpAsJson", null, null)).startsWith("{\"version\":").contains("\"thread\":\"watched\"");
            assertThat(JMX.newMXBeanProxy(server, name, LoopsMXBean.class).getLoops()).anyMatch(each -> each.getThread().equals("watched") && each.getTaskCount() == 1);
        } finally {
            remote.stop();
        }
    }

    @Test
    void aConsoleFindsTheAttributesAndOperations() throws Exception {
        LoopsRegistration.register();
        ObjectName name = new ObjectName(LoopsMXBean.NAME);

        assertThat(SERVER.getMBeanInfo(name).getAttributes()).extracting(MBeanAttributeInfo::getName)
                .containsExactlyInAnyOrder("LoopCount", "TaskCount", "MethodCount", "LagNanos", "Loops");
        assertThat(Arrays.stream(SERVER.getMBeanInfo(name).getOperations()).map(each -> each.getName())).containsExactlyInAnyOrder("dump", "dumpAsJson");
        assertThat(SERVER.getAttributes(name, new String[] {"LoopCount", "TaskCount", "MethodCount", "LagNanos", "Loops"})).hasSize(5).allMatch(each -> ((Attribute) each).getValue() != null);
    }

    @Test
    void theLagOfALoopThatIsBlockedGrowsUntilItAnswers() throws Exception {
        LoopsRegistration.register();
        try (Waiting program = new Waiting("blocked")) {
            CountDownLatch release = program.block();
            List<Long> lags = new ArrayList<>();
            lags.add((long) loopOn("blocked", SERVER).get("lagNanos"));
            lags.add((long) loopOn("blocked", SERVER).get("lagNanos"));
            assertThat(loopOn("blocked", SERVER).get("state")).isEqualTo("in a step");
            release.countDown();
            lags.add((long) loopOn("blocked", SERVER).get("lagNanos"));

            assertThat(lags.get(0)).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
            assertThat(lags.get(1)).isGreaterThanOrEqualTo(lags.get(0) + TimeUnit.MILLISECONDS.toNanos(50));
            assertThat(lags.get(2)).isGreaterThanOrEqualTo(lags.get(1));
        }
    }

    @Test
    void aLoopThatNobodyRunsHasNoLag() throws Exception {
        LoopsRegistration.register();
        try (EventLoop loop = new EventLoop()) {
            CompositeData[] loops = (CompositeData[]) SERVER.getAttribute(new ObjectName(LoopsMXBean.NAME), "Loops");

            assertThat(loops[loops.length - 1].getAll(new String[] {"state", "thread", "lagNanos"})).containsExactly("not running", "", 0L);
            assertThat(loop.isRunning()).isFalse();
        }
    }

    @Test
    void aLoopMayAskForItself() {
        LoopsRegistration.register();
        Coroutines.run(coroutine(() -> {
            CompositeData self = loopOn(Thread.currentThread().getName(), SERVER);
            assertThat(self.getAll(new String[] {"state", "lagNanos"})).containsExactly("in the step that asks", 0L);
            return Coroutine.done();
        }));
    }

    @Test
    void registeringTwiceIsRegisteringOnceAndSoIsTakingBack() throws JMException {
        assertThat(LoopsRegistration.register()).isEqualTo(LoopsRegistration.register());
        LoopsRegistration.unregister();
        LoopsRegistration.unregister();
        assertThat(SERVER.isRegistered(new ObjectName(LoopsMXBean.NAME))).isFalse();
    }

    @Test
    void aRuntimeOfAnotherClassLoaderHasAnotherName() throws JMException {
        ObjectName name = new ObjectName(LoopsMXBean.NAME);
        SERVER.registerMBean(new StandardMBean(() -> { }, Runnable.class), name);
        try {
            assertThat(LoopsRegistration.register()).isEqualTo("org.asyncjava:type=Loops,number=2");
        } finally {
            SERVER.unregisterMBean(name);
        }
    }

    @Test
    void whoeverElseTakesItBackIsNoHindrance() throws JMException, InstanceNotFoundException {
        SERVER.unregisterMBean(new ObjectName(LoopsRegistration.register()));
        LoopsRegistration.unregister();
        assertThat(LoopsRegistration.register()).isEqualTo(LoopsMXBean.NAME);
    }
}
