package org.asyncjava.examples.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.Channel;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

class LineServerTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final BlockingQueue<CompletableFuture<String>> pending = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** What begins with "slow" is answered when the test does so. */
    private CompletableFuture<String> service(String line) {
        if (!line.startsWith("slow")) {
            return CompletableFuture.completedFuture("echo " + line);
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        pending.add(answer);
        return answer;
    }

    private Client connect(Duration limit) throws IOException {
        Channel server = LineServer.start(group, this::service, limit);
        return new Client(new Socket("localhost", ((InetSocketAddress) server.localAddress()).getPort()));
    }

    private record Client(Socket socket) implements AutoCloseable {
        void say(String lines) throws IOException {
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
        }

        BufferedReader answers() throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void linesAreAnsweredInOrder() throws Exception {
        try (Client client = connect(NEVER)) {
            BufferedReader answers = client.answers();
            client.say("slow one\ntwo\nthr");
            pending.take().complete("at last");
            assertThat(answers.readLine()).isEqualTo("at last");
            assertThat(answers.readLine()).isEqualTo("echo two");
            client.say("ee\n");
            assertThat(answers.readLine()).isEqualTo("echo three");
        }
    }

    @Test
    void aClientThatDoesNotWaitForAnswersIsHeardOutInTheEnd() throws Exception {
        int many = 5000;
        try (Client client = connect(NEVER)) {
            client.say("slow one\n" + "two\n".repeat(many));
            pending.take().complete("at last");
            assertThat(client.answers().lines().limit(1 + many)).startsWith("at last").endsWith("echo two");
        }
    }

    @Test
    void whatTakesTooLongIsCancelledAndTheConversationGoesOn() throws Exception {
        try (Client client = connect(Duration.ofMillis(1))) {
            BufferedReader answers = client.answers();
            client.say("slow one\n");
            assertThat(answers.readLine()).isEqualTo("too late");
            assertThat(pending.take()).isCancelled();
            client.say("slow two\n");
            assertThat(answers.readLine()).isEqualTo("too late");
        }
    }

    @Test
    void whatAClientHasAskedForIsCancelledWhenItHasGone() throws Exception {
        try (Client client = connect(NEVER)) {
            client.say("slow one\n");
        }
        assertThatThrownBy(pending.take()::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void aConversationEndsWithItsEventLoop() throws Exception {
        try (Client client = connect(NEVER)) {
            client.say("slow one\n");
            CompletableFuture<String> answer = pending.take();
            stop();
            assertThat(answer).isCancelled();
            assertThat(client.answers().readLine()).isNull();
        }
    }

    @Test
    void atTheEndOfAnEventLoopWhatIsLeftIsCancelledAndCleansUpThere() {
        io.netty.channel.EventLoop netty = group.next();
        EventLoop loop = EventLoop.hosted(NettyHost.of(netty));
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Boolean> cleanedUpThere = new CompletableFuture<>();
        CompletableFuture<Void> waiting = runCoroutineThreadsafe(coroutine(() -> {
            started.complete(null);
            try {
                return Coroutine.of(await(sleep(NEVER)));
            } finally {
                cleanedUpThere.complete(netty.inEventLoop());
            }
        }), loop);
        started.join();
        stop();
        assertThat(cleanedUpThere).isCompletedWithValue(true);
        assertThat(waiting).isCancelled();
        assertThatThrownBy(() -> runCoroutineThreadsafe(sleep(NEVER), loop).join()).isInstanceOf(RejectedExecutionException.class);
    }
}
