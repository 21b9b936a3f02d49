package org.asyncjava.transformer.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("HARD_CASES 87: what the agent passes over")
class LoadTimeTransformerTest {
    private static final Module UNNAMED = LoadTimeTransformerTest.class.getModule();

    private final ClassLoader loader = LoadTimeTransformerTest.class.getClassLoader();
    /** Fails with a NullPointerException, and so with a line in the log, if a class gets as far as to be transformed. */
    private final LoadTimeTransformer transformer =
            new LoadTimeTransformer(AgentOptions.parse(""), new ClassTransformation(null, null), new AgentLog(AgentLog.Level.OFF));

    LoadTimeTransformerTest() throws AgentOptions.UnknownOptionException {
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    private byte[] transform(ClassLoader definedBy, String name, byte[] bytes) {
        return transformer.transform(UNNAMED, definedBy, name, null, null, bytes);
    }

    @Test
    void classesOfTheJdkAndClassesWithoutNameAreNotLookedAt() {
        byte[] noClass = {1, 2, 3};
        assertThat(transform(null, "java/lang/Foo", noClass)).isNull();
        assertThat(transform(ClassLoader.getPlatformClassLoader(), "java/sql/Foo", noClass)).isNull();
        assertThat(transform(loader, null, noClass)).isNull();
        assertThat(transform(loader, "demo/Foo", null)).isNull();
    }

    @Test
    void anythingThatIsNoClassFileIsLeftAsItIs() {
        assertThat(transform(loader, "demo/Foo", new byte[] {1, 2, 3})).isNull();
    }

    @Test
    void aClassWithoutAsyncMethodsCostsNoMemory() throws IOException {
        byte[] bytes = classFile(NamePatterns.class);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        transform(loader, "demo/Foo", bytes);
        int rounds = 1000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < rounds; i++) {
            transform(loader, "demo/Foo", bytes);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / rounds).isZero();
    }
}
