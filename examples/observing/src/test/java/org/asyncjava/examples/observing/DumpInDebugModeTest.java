package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a dump knows in debug mode, and not otherwise. */
class DumpInDebugModeTest {
    private static String outputWith(String debug) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process jvm = new ProcessBuilder(java, "-Dasyncjava.debug=" + debug, "-cp", System.getProperty("java.class.path"), TakenByAcquire.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).isZero();
        return output;
    }

    @Test
    void whoHasTakenALockByAcquireIsKnownInDebugMode() throws IOException, InterruptedException {
        assertThat(outputWith("true")).startsWith("deadlock: one -> other -> one\n").contains("one waits for <AsyncLock locked, waiters:1>, held by other, for PT")
                .contains("\nstrand 2: idle, 1 task or method\n").contains("on a strand waits for <AsyncEvent unset, waiters:1>").contains("TakenByAcquire.onNoLoop() waits for ").contains("TakenByAcquire.main(TakenByAcquire.java:")
                .doesNotContain("-Dasyncjava.debug=true");
    }

    @Test
    void otherwiseItIsSaidThatItIsNotKnown() throws IOException, InterruptedException {
        assertThat(outputWith("false")).doesNotContain("deadlock").doesNotContain("onNoLoop").contains("one waits for <AsyncLock locked, waiters:1>\n").contains("-Dasyncjava.debug=true");
    }
}
