package org.asyncjava.examples.asyncio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has neither of the signals")
class SignalsTest {
    private final List<Object> log = new ArrayList<>();

    /** From outside, as signals come. */
    private static void raise(String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(ProcessHandle.current().pid())).inheritIO().start();
    }

    @Test
    void aHandlerRunsOnTheLoopAndIsGivenBack() throws IOException {
        run(handling());
        assertThat(log).containsExactly(true, true, false);
    }

    @Async
    private Coroutine<Void> handling() throws IOException {
        EventLoop loop = currentLoop();
        Deferred<EventLoop> handled = new Deferred<>();
        loop.addSignalHandler("WINCH", () -> handled.complete(currentLoop()));
        raise("WINCH");
        log.add(await(handled) == loop);
        log.add(loop.removeSignalHandler("WINCH"));
        log.add(loop.removeSignalHandler("WINCH"));
        return Coroutine.done();
    }

    @Test
    void aSignalCancelsTheMainTaskIfOneSaysSo() {
        assertThatThrownBy(() -> run(interrupted())).isInstanceOf(CancellationException.class);
        assertThat(log).containsExactly("cleaned");
    }

    @Async
    private Coroutine<Void> interrupted() throws IOException {
        Task<?> main = currentTask().orElseThrow();
        main.loop().addSignalHandler("WINCH", main::cancel);
        raise("WINCH");
        try {
            await(sleep(Duration.ofDays(1)));
        } finally {
            log.add("cleaned");
        }
        return Coroutine.done();
    }

    @Test
    void closingTheLoopGivesSignalsBackToWhoHadThem() throws IOException {
        run(nestedHandlers());
        assertThat(log).containsExactly("outer");
    }

    @Async
    private Coroutine<Void> nestedHandlers() throws IOException {
        EventLoop outer = currentLoop();
        Deferred<String> handled = new Deferred<>();
        outer.addSignalHandler("WINCH", () -> handled.complete("outer"));
        try (EventLoop inner = new EventLoop()) {
            inner.addSignalHandler("WINCH", () -> log.add("inner"));
            inner.addSignalHandler("WINCH", () -> log.add("inner again"));
        }
        raise("WINCH");
        log.add(await(handled));
        return Coroutine.done();
    }

    /** As a shell starts what it leaves in the background. The JVM does not let such a signal be handled. */
    @Test
    void aSignalThatTheProcessWasStartedWithoutIsRefused() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process ignoring = new ProcessBuilder("sh", "-c", "trap '' INT; exec \"$@\"", "sh", java, "-cp", System.getProperty("java.class.path"),
                HandlingInterrupts.class.getName()).redirectErrorStream(true).start();
        String output = new String(ignoring.getInputStream().readAllBytes(), UTF_8);
        assertThat(output.lines()).containsExactly("signal INT does not reach this process: whoever started it, in the background or with nohup"
                + " for instance, has it ignored, and the JVM leaves it so", "end");
        assertThat(ignoring.waitFor()).isZero();
    }

    static final class HandlingInterrupts {
        private HandlingInterrupts() {
        }

        public static void main(String[] arguments) {
            try (EventLoop loop = new EventLoop()) {
                loop.addSignalHandler("INT", () -> System.out.println("handled"));
            } catch (IllegalArgumentException refused) {
                System.out.println(refused.getMessage());
            }
            System.out.println("end");
        }
    }

    @Test
    void whatIsNoSignalIsRefused() {
        try (EventLoop loop = new EventLoop()) {
            assertThatThrownBy(() -> loop.addSignalHandler("NONSENSE", () -> { })).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> loop.addSignalHandler("KILL", () -> { })).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> loop.addSignalHandler(null, () -> { })).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> loop.addSignalHandler("INT", null)).isInstanceOf(NullPointerException.class);
            assertThat(loop.removeSignalHandler("WINCH")).isFalse();
        }
    }
}
