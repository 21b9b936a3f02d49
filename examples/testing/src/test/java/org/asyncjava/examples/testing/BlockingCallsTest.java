package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.asyncjava.Async;
import org.asyncjava.junit.AsyncTest;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import reactor.blockhound.BlockingOperationError;

/** A call that blocks holds up the whole loop. With BlockHound the test says so, with the line that does it. */
class BlockingCallsTest {
    /** A client that somebody has written for threads. */
    private static final class Client {
        private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);

        String call() throws InterruptedException {
            return answers.take();
        }
    }

    @Async
    private static Coroutine<String> asking(Client client) throws InterruptedException {
        await(sleep(Duration.ofSeconds(1)));
        return Coroutine.of(client.call());
    }

    @AsyncTest
    void isFoundInATest() {
        assertThatThrownBy(() -> Thread.sleep(10)).isInstanceOf(BlockingOperationError.class);
    }

    /** In a thread of its own it may. */
    @AsyncTest
    void onAnotherThreadItMayBlock() {
        Client client = new Client();
        List<String> answers = await(gather(toThread(client::call), toThread(() -> {
            client.answers.put("answer");
            return "asked";
        })));
        assertThat(answers).containsExactly("answer", "asked");
    }

    static class Blocking {
        @AsyncTest
        void asksTheClient() throws InterruptedException {
            await(asking(new Client()));
        }

        @AsyncTest
        void forgetsToAwait() throws InterruptedException {
            asking(new Client());
        }
    }

    @Test
    void theTestFailsAndNamesTheLine() {
        List<Throwable> failures = EngineTestKit.engine("junit-jupiter").selectors(selectClass(Blocking.class)).execute().testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow()).toList();
        assertThat(failures).hasSize(2).anySatisfy(failure -> {
            assertThat(failure).isInstanceOf(BlockingOperationError.class);
            assertThat(failure.getStackTrace()).anySatisfy(frame -> assertThat(frame.toString()).contains("Client.call(BlockingCallsTest.java:"));
        }).anySatisfy(failure -> assertThat(failure).hasMessageContaining("was never awaited"));
    }

    /** Files and other things that BlockHound does not see are still blocking calls. */
    @AsyncTest
    void channelsToFilesAreNotSeen(@TempDir Path folder, TestLoop test) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not seen");
        assertThat(Files.readString(file)).isEqualTo("not seen");
        assertThat(test.elapsed()).isZero();
    }
}
