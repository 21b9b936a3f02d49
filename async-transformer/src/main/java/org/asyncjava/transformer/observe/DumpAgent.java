package org.asyncjava.transformer.observe;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs in the process that is looked at: asks the runtime there, or each of them where several class loaders have one, as often as whoever has sent it wants to
 * know, and is gone with him. On its own: nothing of the command line is in that process.
 */
public final class DumpAgent implements Runnable {
    private static final String RUNTIME = "org.asyncjava.runtime.EventLoop";
    private static final String DUMP = "org.asyncjava.runtime.CoroutineDump";

    private final SocketChannel asking;
    private final Instrumentation instrumentation;

    private DumpAgent(SocketChannel asking, Instrumentation instrumentation) {
        this.asking = asking;
        this.instrumentation = instrumentation;
    }

    /**
     * Called by the JVM.
     *
     * @param socket where whoever has sent the agent listens
     * @param instrumentation knows the classes of the process
     * @throws IOException when nobody listens
     */
    public static void agentmain(String socket, Instrumentation instrumentation) throws IOException {
        SocketChannel asking = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            asking.connect(UnixDomainSocketAddress.of(Path.of(socket)));
        } catch (IOException nobody) {
            asking.close();
            throw nobody;
        }
        Thread thread = new Thread(new DumpAgent(asking, instrumentation), "async-java observer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Until nobody asks any more. */
    @Override
    public void run() {
        try (asking;
                DataInputStream questions = new DataInputStream(Channels.newInputStream(asking));
                DataOutputStream answers = new DataOutputStream(Channels.newOutputStream(asking))) {
            while (true) {
                answer(questions.readUTF(), answers);
            }
        } catch (EOFException isOver) {
            // all is asked
        } catch (IOException cutOff) {
            // whoever has asked has been ended
        }
    }

    /** For each runtime {@code true}, its class loader, whether it could be asked, and what it says; then {@code false}. */
    private void answer(String method, DataOutputStream answers) throws IOException {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getName().equals(RUNTIME)) {
                answers.writeBoolean(true);
                answers.writeUTF(name(loaded.getClassLoader()));
                dump(method, loaded.getClassLoader(), answers);
            }
        }
        answers.writeBoolean(false);
    }

    private static String name(ClassLoader loader) {
        if (loader == null) {
            return "boot";
        }
        return loader.getName() != null ? loader.getName() : loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader));
    }

    private static void dump(String method, ClassLoader runtime, DataOutputStream answers) throws IOException {
        try {
            String dump = (String) Class.forName(DUMP, true, runtime).getMethod(method).invoke(null);
            text(true, dump, answers);
        } catch (InvocationTargetException failure) {
            text(false, failure.getCause().toString(), answers);
        } catch (ReflectiveOperationException | LinkageError failure) {
            text(false, failure.toString(), answers);
        }
    }

    private static void text(boolean isDump, String text, DataOutputStream answers) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        answers.writeBoolean(isDump);
        answers.writeInt(bytes.length);
        answers.write(bytes);
    }
}
