package org.asyncjava.transformer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a question, by what the agent answers. */
class ObservationTest {
    private Observation observation;
    private SocketChannel agent;

    @BeforeEach
    void connect(@TempDir Path directory) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("s"));
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(address);
            agent = SocketChannel.open(address);
            observation = new Observation(new OtherProcess(4711), door.accept());
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        agent.close();
        observation.close();
    }

    private DataOutputStream answers() {
        return new DataOutputStream(Channels.newOutputStream(agent));
    }

    private static void answer(DataOutputStream out, String loader, boolean isDump, String text) throws IOException {
        out.writeBoolean(true);
        out.writeUTF(loader);
        out.writeBoolean(isDump);
        out.writeInt(text.length());
        out.writeBytes(text);
    }

    @Test
    void eachRuntimeAnswers() throws IOException {
        answer(answers(), "shop", true, "nothing");
        answer(answers(), "bank", true, "much");
        answers().writeBoolean(false);
        assertThat(observation.ask("text")).containsExactly(new Observation.Answer("shop", "nothing"), new Observation.Answer("bank", "much"));
    }

    @Test
    void noRuntimeAnswers() throws IOException {
        answers().writeBoolean(false);
        assertThatIOException().isThrownBy(() -> observation.ask("text")).withMessage("nothing of async-java has run in process 4711");
    }

    @Test
    void oneOfThemCannotAnswer() throws IOException {
        answer(answers(), "shop", true, "nothing");
        answer(answers(), "bank", false, "java.lang.OutOfMemoryError");
        answers().writeBoolean(false);
        assertThatIOException().isThrownBy(() -> observation.ask("text")).withMessage("the runtime in process 4711 cannot be asked: java.lang.OutOfMemoryError");
    }

    @Test
    void theProcessEndsBeforeItHasAnswered() throws IOException {
        answers().writeBoolean(true);
        answers().writeUTF("shop");
        agent.close();
        assertThatThrownBy(() -> observation.ask("text")).isInstanceOf(ProcessEndedException.class).hasMessage("process 4711 has ended");
    }
}
