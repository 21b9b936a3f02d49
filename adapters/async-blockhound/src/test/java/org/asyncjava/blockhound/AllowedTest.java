package org.asyncjava.blockhound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.ProxySelector;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;

import org.asyncjava.runtime.Coroutine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.blockhound.BlockHound;

/** What may block in a step. The JDK's methods and the runtime's are named in the integration, and may get other names. */
class AllowedTest {
    static {
        BlockHound.install();
    }

    /** What the integration has told a builder of: class to method to what is said of it. */
    private static <T> Map<String, Map<String, T>> named(String field) throws Exception {
        Field names = BlockHound.Builder.class.getDeclaredField(field);
        names.setAccessible(true);
        BlockHound.Builder builder = BlockHound.builder();
        new AsyncJavaIntegration().applyTo(builder);
        @SuppressWarnings("unchecked")
        Map<String, Map<String, T>> ours = (Map<String, Map<String, T>>) names.get(builder);
        ours.keySet().removeAll(((Map<?, ?>) names.get(BlockHound.builder())).keySet());
        return ours;
    }

    private static Method[] methodsOf(String name) throws ClassNotFoundException {
        return Class.forName(name, false, AllowedTest.class.getClassLoader()).getDeclaredMethods();
    }

    /** BlockHound passes over a name that is no more. */
    @Test
    void whatIsAllowedIsThere() throws Exception {
        Map<String, Map<String, Boolean>> allowed = named("allowances");
        assertThat(allowed).isNotEmpty();
        for (Map.Entry<String, Map<String, Boolean>> type : allowed.entrySet()) {
            assertThat(methodsOf(type.getKey())).as(type.getKey()).extracting(Method::getName).containsAll(type.getValue().keySet());
        }
    }

    @Test
    void whatIsMarkedIsThere() throws Exception {
        Map<String, Map<String, Set<String>>> marked = named("blockingMethods");
        if (Runtime.version().feature() < 21) {
            marked.remove("java/lang/VirtualThread");
        }
        assertThat(marked).isNotEmpty();
        for (Map.Entry<String, Map<String, Set<String>>> type : marked.entrySet()) {
            List<String> wanted = new ArrayList<>();
            type.getValue().forEach((method, descriptors) -> descriptors.forEach(descriptor -> wanted.add(method + descriptor)));
            assertThat(methodsOf(type.getKey().replace('/', '.'))).as(type.getKey()).extracting(AllowedTest::nameAndDescriptor).containsAll(wanted);
        }
    }

    private static String nameAndDescriptor(Method method) {
        return method.getName() + MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
    }

    /** Waits with the queue's locks until a thread waits for them, or is done. */
    private static final class HoldsTheQueue {
        private final Thread other;
        private final CountDownLatch held = new CountDownLatch(1);
        private volatile boolean uses;
        private volatile boolean done;

        private HoldsTheQueue(Thread other) {
            this.other = other;
        }

        @Override
        public boolean equals(Object element) {
            held.countDown();
            while (!done && !(uses && other.getState() == Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            return false;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    @Test
    void workIsHandedOverWhileAnotherThreadUsesThePoolsQueue() throws Exception {
        LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue);
        CountDownLatch end = new CountDownLatch(1);
        pool.execute(() -> awaitEnd(end));
        pool.execute(() -> { });
        HoldsTheQueue element = new HoldsTheQueue(Thread.currentThread());
        Thread user = new Thread(() -> queue.contains(element));
        user.start();
        element.held.await();
        try {
            run(() -> {
                element.uses = true;
                pool.execute(end::countDown); // by the only thread, when the test is over
                return Coroutine.done();
            });
            assertThat(queue).hasSize(2);
        } finally {
            element.done = true;
            end.countDown();
            user.join();
            pool.shutdown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a jar that nobody has opened yet. */
    @Test
    void servicesAreLookedUp(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("services.jar");
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("META-INF/services/java.lang.Runnable"));
            entries.write(Served.class.getName().getBytes());
        }
        Class<? extends Runnable> found = run(() -> Coroutine.of(firstService(jar)));
        assertThat(found).isEqualTo(Served.class);
    }

    private static Class<? extends Runnable> firstService(Path jar) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, AllowedTest.class.getClassLoader())) {
            return ServiceLoader.load(Runnable.class, loader).stream().findFirst().orElseThrow().type();
        }
    }

    /** A service. */
    public static final class Served implements Runnable {
        @Override
        public void run() {
        }
    }

    /** A handler that writes to a file or a socket. */
    private static final class Blocks extends Handler {
        private Throwable written;

        @Override
        public void publish(LogRecord logged) {
            try {
                BlockingCalls.FILE.call();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
            written = logged.getThrown();
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    @Test
    void randomNumbersAndTheNetworksPropertiesAreRead() {
        assertThat(run(() -> Coroutine.of(UUID.randomUUID()))).isNotNull();
        assertThat(run(() -> Coroutine.of(ProxySelector.getDefault()))).isNotNull();
    }

    @Test
    void theRuntimeLogsWhatNobodyCatches() {
        IllegalStateException failure = new IllegalStateException("nobody catches it");
        Logger logger = Logger.getLogger("org.asyncjava");
        Blocks handler = new Blocks();
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            run(() -> {
                currentLoop().callSoon(() -> {
                    throw failure;
                });
                await(yieldNow());
                return Coroutine.done();
            });
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        assertThat(handler.written).isSameAs(failure);
    }
}
