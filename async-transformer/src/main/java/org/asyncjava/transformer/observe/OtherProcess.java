package org.asyncjava.transformer.observe;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A running JVM that was started with nothing special. */
public final class OtherProcess {
    private final String id;

    /**
     * Names a process.
     *
     * @param id its number
     */
    public OtherProcess(String id) {
        this.id = id;
    }

    /**
     * Has the runtime in that process say what its coroutines wait for.
     *
     * @param method of {@code CoroutineDump}: {@code text} or {@code json}
     * @return what it says; empty where nothing of async-java has run there
     * @throws IOException when that process cannot be attached to, or says nothing; with what to do
     */
    public String dump(String method) throws IOException {
        Path folder = Files.createTempDirectory("asyncjava-dump");
        Path agent = folder.resolve("agent.jar");
        Path file = folder.resolve("dump");
        try {
            pack(agent);
            load(agent, method + " " + file.toAbsolutePath());
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(agent);
            Files.deleteIfExists(folder);
        }
    }

    private static void pack(Path agent) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Agent-Class"), DumpAgent.class.getName());
        String entry = DumpAgent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
                InputStream code = OtherProcess.class.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        }
    }

    private void load(Path agent, String arguments) throws IOException {
        try {
            VirtualMachine process = VirtualMachine.attach(id);
            try {
                process.loadAgent(agent.toAbsolutePath().toString(), arguments);
            } finally {
                process.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException refused) {
            throw new IOException("process " + id + " does not let itself be looked at (" + refused.getMessage() + "); it must be a JVM of the same user,"
                    + " without -XX:-EnableDynamicAgentLoading and -XX:+DisableAttachMechanism", refused);
        } catch (NoClassDefFoundError noAttach) {
            throw new IOException("this needs the module jdk.attach, which is in every JDK", noAttach);
        }
    }
}
