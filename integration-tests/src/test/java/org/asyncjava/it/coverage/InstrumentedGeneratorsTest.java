package org.asyncjava.it.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Targets;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Generators and loops over them mean the same when JaCoCo has put its probes into them first: it turns conditions and moves variables. */
class InstrumentedGeneratorsTest {
    private final LoggerRuntime runtime = new LoggerRuntime();

    @BeforeEach
    void start() throws Exception {
        runtime.startup(new RuntimeData());
    }

    @AfterEach
    void stop() {
        runtime.shutdown();
    }

    @TestFactory
    Stream<DynamicTest> printTheSame() {
        return Stream.of(Dialect.of(17, "-g"), Dialect.ecj(17, "-g:none")).flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Dialect dialect) {
        Targets targets = Targets.in("generators");
        Build build = Build.of(targets.sources(), dialect, this::instrumented);
        return targets.mainClasses().stream()
                .map(name -> DynamicTest.dynamicTest(name + " " + dialect, () -> assertThat(new Program(build, name).differences()).isEmpty()));
    }

    private byte[] instrumented(String name, byte[] bytes) {
        try {
            return new Instrumenter(runtime).instrument(bytes, name);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
