package org.asyncjava.transformer.observe;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a process, as often as one likes. Closing it leaves nothing running there. */
public final class Observation implements AutoCloseable {
    private final OtherProcess process;
    private final SocketChannel agent;
    private final DataOutputStream questions;
    private final DataInputStream read;

    Observation(OtherProcess process, SocketChannel agent) {
        this.process = process;
        this.agent = agent;
        this.questions = new DataOutputStream(Channels.newOutputStream(agent));
        this.read = new DataInputStream(Channels.newInputStream(agent));
    }

    /**
     * What one of the runtimes in a process says.
     *
     * @param loader the name of the class loader that has it
     * @param text what it says
     */
    public record Answer(String loader, String text) {
    }

    /**
     * Has the runtime there say what its coroutines wait for.
     *
     * @param method of {@code CoroutineDump}: {@code text} or {@code json}
     * @return what each runtime says, not none
     * @throws ProcessEndedException when the process has ended meanwhile
     * @throws IOException when there is no runtime, or one that cannot be asked
     */
    public List<Answer> ask(String method) throws IOException {
        List<Answer> answers = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try {
            questions.writeUTF(method);
            while (read.readBoolean()) {
                String loader = read.readUTF();
                boolean isDump = read.readBoolean();
                String text = new String(read.readNBytes(read.readInt()), StandardCharsets.UTF_8);
                answers.add(new Answer(loader, text));
                if (!isDump) {
                    failures.add(text);
                }
            }
        } catch (IOException cutOff) {
            throw process.hasEnded();
        }
        if (answers.isEmpty()) {
            throw new IOException("nothing of async-java has run in process " + process);
        }
        if (!failures.isEmpty()) {
            throw new IOException("the runtime in process " + process + " cannot be asked: " + String.join("; ", failures));
        }
        return answers;
    }

    /**
     * What each runtime says, read.
     *
     * @return not none
     * @throws IOException as above, and if one of them cannot be read
     */
    public List<ObservedRuntime> runtimes() throws IOException {
        List<ObservedRuntime> runtimes = new ArrayList<>();
        for (Answer answer : ask("json")) {
            runtimes.add(ObservedRuntime.of(answer));
        }
        return runtimes;
    }

    @Override
    public void close() throws IOException {
        agent.close();
    }
}
